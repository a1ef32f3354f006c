/**
 * A passage of a text by its words, what stands before and after it, and how many letters into the text it stood
 * (W3C Web Annotation Data Model, 4.2.4 "Text Quote Selector").
 */
export type TextQuote = { quote: string; before: string; after: string; place: number }

/** Letters of a passage that are kept, and on either side of it. */
export const quoteLimits = { quote: 500, around: 64 }

export type TextRange = { from: number; to: number }

/** Describes a passage, without the blanks at its ends; null where it has no word. Of a long one its beginning. */
export function quoteOf(text: string, { from, to }: TextRange): TextQuote | null {
  const whole = wholeLetters(text.slice(from, to))
  const start = to - (isHalf(text, to) ? 1 : 0) - whole.trimStart().length
  const quote = wholeLetters(whole.trim().slice(0, quoteLimits.quote))
  if (quote.replace(/[\s\ufffc]/g, "") === "") return null
  const end = start + quote.length
  return {
    quote,
    before: wholeLetters(text.slice(Math.max(0, start - quoteLimits.around), start)),
    after: wholeLetters(text.slice(end, end + quoteLimits.around)),
    place: start,
  }
}

/**
 * Finds a passage in a text that may have been edited since: its words where what stands around them fits best, or else
 * what stands between the words that were around it. Null where neither is left.
 */
export function findQuote(text: string, wanted: TextQuote): TextRange | null {
  return findWords(text, wanted) ?? findBetween(text, wanted)
}

/** Of a short passage the same words elsewhere are another one, unless something around them is the same too. */
const longEnough = 32
const leastAround = 8

function findWords(text: string, { quote, before, after, place }: TextQuote): TextRange | null {
  let best: { from: number; fits: number; away: number } | null = null
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
    const fits = sameEnd(text, from, before) + sameStart(text, from + quote.length, after)
    const away = Math.abs(from - place)
    if (!best || fits > best.fits || (fits === best.fits && away < best.away)) best = { from, fits, away }
  }
  if (!best) return null
  const enough = Math.min(leastAround, before.length + after.length)
  if (quote.length < longEnough && best.fits < enough) return null
  return { from: best.from, to: best.from + quote.length }
}

/** Words that stand in more places tell none of them apart. */
const mostTried = 1000

function findBetween(text: string, { quote, before, after }: TextQuote): TextRange | null {
  const [left, right] = [before.slice(-16), after.slice(0, 16)]
  if (left.length < leastAround || right.length < leastAround) return null
  const reach = 2 * quote.length + 64
  let tried = 0
  for (let at = text.indexOf(left); at >= 0 && tried++ < mostTried; at = text.indexOf(left, at + 1)) {
    const from = at + left.length
    // Never searched to the end of the text for each place where the words before stand.
    const length = text.slice(from, from + reach + right.length).indexOf(right)
    if (length > 0 && length <= reach) return { from, to: from + length }
  }
  return null
}

function sameEnd(text: string, end: number, before: string): number {
  let count = 0
  while (count < before.length && text[end - 1 - count] === before[before.length - 1 - count]) count++
  return count
}

function sameStart(text: string, start: number, after: string): number {
  let count = 0
  while (count < after.length && text[start + count] === after[count]) count++
  return count
}

/** Whether the letter before this place is the first half of a character. */
function isHalf(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? "")
}

/** Without half a character at its ends. */
function wholeLetters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "")
}
