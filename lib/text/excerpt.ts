import { spellOutBlackouts } from "@/lib/text/blackout"
import { foldBlanks } from "@/lib/text/storable"

/** The beginning of a text, cut between words, in `length` characters at most. */
export function excerpt(text: string, length = 220): string {
  const words = foldBlanks(spellOutBlackouts(text)).trim()
  if (words.length <= length) return words
  const start = words.slice(0, length - 1)
  const space = start.lastIndexOf(" ")
  // A script without spaces is cut anywhere, but not through a surrogate pair.
  const cut = space > length / 2 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/, "")
  return `${cut.replace(/[\s,;:.–—-]+$/, "")}…`
}
