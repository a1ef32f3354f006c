import type { Document } from "../cache/document.ts"
import type { Keepable } from "../cache/keepable.ts"
import { logError } from "../log.ts"
import type { Found, Store } from "./store.ts"

/** The list of all paths with a page (`app/page-paths.txt/route.ts`): there are few, and anybody can make up others. */
export const pageList: Keepable = { key: "/page-paths.txt", tags: ["pages"], shelf: "front" }

const read = new WeakMap<Document, Promise<ReadonlySet<string>>>()

/**
 * Whether a page without a date can be at this path. The list is rendered once for everybody until it changes, so an
 * address that was made up costs no more than a look into it. Without a list the page itself has to be asked.
 * @param make renders the list
 */
export async function mayHavePage(
  store: Store,
  pathname: string,
  make: () => Promise<Found>,
): Promise<boolean> {
  const found = await store.find(pageList, null, make)
  if (found === "missing" || !("document" in found)) return true
  const { document } = found
  const known = read.get(document) ?? pathsIn(document)
  read.set(document, known)
  try {
    return (await known).has(pathname.slice(1))
  } catch (error) {
    // Not remembered: the next request reads it again.
    read.delete(document)
    logError("reading the list of pages failed", error)
    return true
  }
}

async function pathsIn(document: Document): Promise<ReadonlySet<string>> {
  const { message } = document.held("identity") ?? (await document.pack("identity"))
  return new Set(message.body.toString("utf8").split("\n"))
}
