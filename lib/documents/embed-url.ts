import { type EmbedHost, type EmbedShape, embedHosts } from "@/lib/documents/embed-hosts"

/** What can be shown of an address in a frame. */
export type EmbedTarget = {
  host: EmbedHost
  /** The page, which a link leads to; one spelling for each piece. */
  url: string
  frame: string
  shape: EmbedShape
}

/**
 * The player of an address that somebody pasted, of a page or of its frame; null where this site shows none of it. The frame
 * follows from what the address says by a table: nothing is asked of anybody.
 */
export function embedTarget(address: unknown): EmbedTarget | null {
  if (typeof address !== "string" || address.length > 2000) return null
  const typed = address.trim().replace(/^\/\//, "https://")
  if (!/^https?:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return null
  const url = new URL(typed)
  if (url.username || url.password || url.port) return null
  for (const host of embedHosts) {
    const piece = host.read(url)
    if (piece === null) continue
    const shape = typeof host.shape === "function" ? host.shape(piece) : host.shape
    return { host, url: host.page(piece), frame: host.frame(piece), shape }
  }
  return null
}

/** For people, as a list. */
export const embedHostNames = new Intl.ListFormat("en-GB").format(embedHosts.map(({ name }) => name))
