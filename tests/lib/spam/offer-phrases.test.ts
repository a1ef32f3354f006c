import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anyOf } from "@/lib/spam/look"
import { offers, trades } from "@/lib/spam/offer-phrases"

describe.each([
  ["trade", trades],
  ["offer", offers],
])("each phrase of a %s", (_, list) => {
  const [, latin = "", , others = ""] = /^\\b\(\?:(.*)\)\\b(\|(.*))?$/.exec(list.source) ?? []

  test.each(phrasesIn(latin))("%s is found in words that are written like it", (phrase) => {
    // What stands around a phrase is none of its words.
    const written = phrase.replace(/\(\?<!.*?\)/, "").replace(/\(\?=(.*?)\)/, "$1")
    const examples = fc.sample(fc.stringMatching(new RegExp(`^(?:${written})$`)), { seed: 1, numRuns: 200 })
    expect(examples.filter((words) => anyOf(phrase).test(`great. ${words} here`))).not.toEqual([])
    expect(examples.filter((words) => list.test(`great. ${words} here`))).not.toEqual([])
  })

  test.each(others.split("|"))("%s is found within a text that has no blanks", (phrase) => {
    expect(list.test(`私${phrase}私`)).toBe(true)
  })
})

test("a question for customers is an offer, and one of a reader's is none", () => {
  expect(offers.test("great article. need a plumber in leeds? ring me")).toBe(true)
  expect(offers.test("does the town need a second bridge?")).toBe(false)
})

/** What stands between the bars outside of any brackets. */
function phrasesIn(list: string): string[] {
  const phrases = [""]
  let depth = 0
  for (const sign of list) {
    if (sign === "(") depth++
    if (sign === ")") depth--
    if (sign === "|" && depth === 0) phrases.push("")
    else phrases[phrases.length - 1] += sign
  }
  return phrases
}
