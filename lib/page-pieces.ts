import { AsyncLocalStorage } from "node:async_hooks"
import type { Html } from "@/lib/html"

export type Pieces = Map<string, string>

// On globalThis, since the server and Next's two passes each load their own copy of this file.
const held = globalThis as { mastheadPieces?: AsyncLocalStorage<Pieces> }

/** Renders a page with a place to keep its pieces, which is gone when the page is done. */
export function withPieces<T>(render: () => T): T {
  held.mastheadPieces ??= new AsyncLocalStorage()
  return held.mastheadPieces.run(new Map(), render)
}

/**
 * Keeps HTML for the second pass of the page that is being rendered; answers the name to ask for it by, or null
 * where nothing is kept and it has to go the usual way.
 */
export function keepPiece(html: Html): string | null {
  const pieces = held.mastheadPieces?.getStore()
  if (!pieces) return null
  const name = String(pieces.size)
  pieces.set(name, html.toString())
  return name
}
