import type { RichTextNode } from "@/db/schema/posts"
import { textBlocks } from "@/lib/documents/text-blocks"
import type { TextRange } from "@/lib/documents/text-quote"

/** A document as one text, a line for each of its lines; what belongs to a picture or a footnote is left out. */
export type FlatText = {
  text: string
  /** From places in the document, as the editor counts them, to letters of the text. */
  toLetters: (range: TextRange) => TextRange
  toPlaces: (range: TextRange) => TextRange
}

export function flatText(document: RichTextNode): FlatText {
  const lines = textBlocks(document).filter(({ atom }) => !atom)
  let at = 0
  const starts = lines.map(({ text }) => {
    const start = at
    at += text.length + 1
    return start
  })
  const convert = (place: number, of: "places" | "letters") => {
    const begins = (n: number) => (of === "places" ? (lines[n]?.from ?? 0) : (starts[n] ?? 0))
    let n = lines.findLastIndex((_, line) => begins(line) <= place)
    if (n < 0) n = 0
    const within = Math.min(Math.max(place - begins(n), 0), lines[n]?.text.length ?? 0)
    return (of === "places" ? (starts[n] ?? 0) : (lines[n]?.from ?? 0)) + within
  }
  const both = (of: "places" | "letters") => (range: TextRange) => ({
    from: convert(range.from, of),
    to: convert(range.to, of),
  })
  return {
    text: lines.map(({ text }) => text).join("\n"),
    toLetters: both("places"),
    toPlaces: both("letters"),
  }
}
