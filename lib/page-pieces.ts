import { AsyncLocalStorage } from "node:async_hooks"
import type { Html } from "@/lib/text/html"
import type { ScriptJson } from "@/lib/text/script-json"

export type Pieces = Map<string, string>

// On globalThis, since the server and Next's two passes each load their own copy of this file.
const held = globalThis as { mastheadPieces?: AsyncLocalStorage<Pieces> }

/**
 * Renders a page with a place to keep its pieces.
 * @param whenDone is given what empties it: a connection that was opened meanwhile may hold on to the place itself
 */
export function withPieces<T>(whenDone: (forget: () => void) => void, render: () => T): T {
  held.mastheadPieces ??= new AsyncLocalStorage()
  const pieces: Pieces = new Map()
  whenDone(() => pieces.clear())
  return held.mastheadPieces.run(pieces, render)
}

/**
 * Keeps HTML, or JSON for a script element, for the second pass of the page that is being rendered; answers the name to ask for it by, or null
 * where nothing is kept and it has to go the usual way.
 */
export function keepPiece(text: Html | ScriptJson): string | null {
  const pieces = held.mastheadPieces?.getStore()
  // In development pages run scripts, and a browser that goes on without loading has nothing kept for it.
  if (!pieces || process.env.NODE_ENV !== "production") return null
  const name = String(pieces.size)
  pieces.set(name, text.toString())
  return name
}
