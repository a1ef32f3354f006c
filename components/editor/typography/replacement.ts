import { type Quotes, quotesOf } from "@/components/editor/typography/quotes"

/** What takes the place of the sign that was typed, and of how many letters before it. */
export type Replacement = { back: number; text: string }

/** Where a quotation begins: at the beginning, after a blank, a bracket, a dash or another opening sign. */
const opening = /(^|[\s([{<–—\-/„«“‘‚‹\u00a0\ufffc])$/

/** The sign that print has for what a keyboard has, by the language's habits; null where it stays as it is. */
export function replacementOf(before: string, typed: string, language: string): Replacement | null {
  const quotes = quotesOf(language)
  if (!quotes) return null
  if (typed === '"') return { back: 0, text: opening.test(before) ? quotes[0] : quotes[1] }
  if (typed === "'") return { back: 0, text: single(before, quotes) }
  if (typed === "." && before.endsWith("..") && !before.endsWith("...")) return { back: 2, text: "…" }
  if (typed === "-" && before.endsWith("–")) return { back: 1, text: "—" }
  if (typed === "-" && /(^|[^-])-$/.test(before)) return { back: 1, text: "–" }
  return null
}

/** Between letters, and wherever no such quotation is open, it is an apostrophe. */
function single(before: string, [, , open, close]: Quotes): string {
  if (opening.test(before)) return open
  const unclosed = before.lastIndexOf(open) > before.lastIndexOf(close)
  return unclosed && /[\p{P}\p{S}]$/u.test(before) ? close : "’"
}
