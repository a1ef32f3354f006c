import { authorLimits } from "@/lib/authors/limits"
import { guessLinkAddress } from "@/lib/documents/link-url"

type Read = { ok: true; links: string[] } | { ok: false; wrong: string }

/** Addresses elsewhere, one on each line: of web pages and mailboxes. `wrong` is the first line that is none. */
export function readLinks(text: string): Read {
  const links = new Set<string>()
  for (const line of text.split("\n")) {
    const typed = line.trim()
    if (typed === "") continue
    const address = typed.length > authorLimits.link ? null : guessLinkAddress(typed)
    if (!address || !/^(https?|mailto):/.test(address) || address.length > authorLimits.link)
      return { ok: false, wrong: typed }
    links.add(address)
  }
  return { ok: true, links: [...links] }
}

/** An address as people write it: without scheme, `www` and closing slash. */
export function linkText(address: string): string {
  return address.replace(/^(mailto:|https?:\/\/(www\.)?)/, "").replace(/\/$/, "")
}
