import { LinkifyIt } from "linkify-it"

/** A stretch of text, and where it leads when it is an address that somebody wrote out. */
export type Segment = { text: string; href?: string }

// Only addresses that say where they lead: no guessed domains, no mail addresses. One with a user name is found whole,
// so that no part of it passes for another address.
const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, urlAuth: true })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null)

/** Cuts text into plain stretches and http(s) links; joined again they are the text. */
export function linkSegments(text: string): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const { index, lastIndex, raw, url } of addressesIn(text)) {
    const { username, password } = new URL(url)
    // A name in front of the host is a disguise (`https://bank.example@evil.example`), and no link.
    if (username || password) continue
    if (index > end) segments.push({ text: text.slice(end, index) })
    segments.push({ text: raw, href: url })
    end = lastIndex
  }
  if (end < text.length || segments.length === 0) segments.push({ text: text.slice(end) })
  return segments
}

/** How many addresses a text holds, each counted once and those of `site` not at all. */
export function countLinks(text: string, site?: string): number {
  const own = site === undefined ? undefined : new URL(site).host
  const urls = addressesIn(text).map(({ url }) => new URL(url))
  return new Set(
    urls.filter(({ host }) => host !== own).map(({ href, hash }) => href.slice(0, href.length - hash.length)),
  ).size
}

type Address = { index: number; lastIndex: number; raw: string; url: string }

/** The finder wants a blank or a sign before an address, and many scripts write none. */
function addressesIn(text: string): Address[] {
  const begins = [...text.matchAll(beginning)].slice(0, most)
  const found: Address[] = []
  let end = 0
  for (const [at, { index }] of begins.entries()) {
    if (index < end) continue
    const match = finder.matchAtStart(stretch(text, index, begins[at + 1]?.index))
    if (!match || !URL.canParse(match.url)) continue
    end = index + match.lastIndex
    found.push({ index, lastIndex: end, raw: match.raw, url: match.url })
  }
  return found
}

/**
 * What an address that begins here may be part of. A script without blanks goes on to the next one, and the words between
 * belong to neither.
 */
function stretch(text: string, from: number, next: number | undefined): string {
  const goesOn = next !== undefined && next < from + longest && /\P{ASCII}$/u.test(text.slice(next - 2, next))
  return goesOn ? text.slice(from, next).replace(/\P{ASCII}+$/u, "") : text.slice(from, from + longest)
}

/** More than anybody writes. Without bounds, a comment of nothing but beginnings would be read to its end for each. */
const [most, longest] = [500, 2048]

/** A letter of ASCII before it would belong to the scheme: `xhttps` is another one. */
const beginning = /(?<![a-z\d+.-])https?:\/\//gi
