import { LinkifyIt } from "linkify-it"

/** A stretch of text, and where it leads when it is an address that somebody wrote out. */
export type Segment = { text: string; href?: string }

// Only addresses that say where they lead: no guessed domains, no mail addresses, no user names.
const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, urlAuth: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null)

/** Cuts text into plain stretches and http(s) links; joined again they are the text. */
export function linkSegments(text: string): Segment[] {
  if (!/https?:/i.test(text)) return [{ text }]
  const segments: Segment[] = []
  let end = 0
  for (const match of finder.match(text) ?? []) {
    if (!/^https?:\/\//i.test(match.url) || !URL.canParse(match.url)) continue
    if (match.index > end) segments.push({ text: text.slice(end, match.index) })
    segments.push({ text: match.raw, href: match.url })
    end = match.lastIndex
  }
  if (end < text.length) segments.push({ text: text.slice(end) })
  return segments
}

/** How many links a text holds. */
export function countLinks(text: string): number {
  return linkSegments(text).filter((segment) => segment.href).length
}
