import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findQuote, quoteLimits, quoteOf } from "@/lib/documents/text-quote"

const text = [
  "The council met on Monday. The mayor spoke for an hour.",
  "The council left. The mayor stayed, and nobody asked her why.",
].join("\n")

const passage = (words: string, nth = 0, of = text) => {
  let from = -1
  for (let n = 0; n <= nth; n++) from = of.indexOf(words, from + 1)
  const quote = quoteOf(of, { from, to: from + words.length })
  if (!quote) throw new Error(words)
  return quote
}

const found = (edited: string, ...of: Parameters<typeof passage>) => {
  const range = findQuote(edited, passage(...of))
  return range && edited.slice(range.from, range.to)
}

describe("a note stays on its passage", () => {
  test("of two places with the same words on the one that was meant", () => {
    const second = passage("The mayor", 1)
    expect(findQuote(text, second)?.from).toBe(text.lastIndexOf("The mayor"))
    const edited = `A new beginning that is longer than before. ${text}`
    expect(findQuote(edited, second)?.from).toBe(edited.lastIndexOf("The mayor"))
  })

  test("when words are changed within it", () => {
    expect(found(text.replace("for an hour", "for most of an hour"), "mayor spoke for an hour")).toBe(
      "mayor spoke for most of an hour",
    )
  })

  test("when its paragraph is moved", () => {
    expect(found(text.split("\n").reverse().join("\n"), "nobody asked her why")).toBe("nobody asked her why")
  })

  test("and on none once it is deleted, though its words stand elsewhere", () => {
    expect(found(text.replace("The mayor stayed, and nobody asked her why.", ""), "The mayor", 1)).toBeNull()
    expect(found("Another story altogether.", "nobody asked")).toBeNull()
  })
})

test("what is selected without a word is no passage, blanks at its ends are no part of it, and a long one keeps its beginning", () => {
  expect(quoteOf("   \n ", { from: 0, to: 4 })).toBeNull()
  expect(quoteOf("\ufffc", { from: 0, to: 1 })).toBeNull()
  expect(quoteOf("a  word here", { from: 1, to: 8 })).toMatchObject({ quote: "word", place: 3 })
  expect(quoteOf("w".repeat(2000), { from: 0, to: 2000 })?.quote).toHaveLength(quoteLimits.quote)
})

test("any passage of any text is found again in it, with no half of a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (any, one, other) => {
      const [from = 0, to = 0] = [one % (any.length + 1), other % (any.length + 1)].toSorted((a, b) => a - b)
      const quote = quoteOf(any, { from, to })
      if (!quote) return
      const range = findQuote(any, quote)
      expect(range && any.slice(range.from, range.to)).toBe(quote.quote)
      for (const kept of [quote.before, quote.after]) expect(kept.isWellFormed()).toBe(true)
    }),
  )
})
