import { expect, test } from "vitest"
import { count, type Tally } from "@/lib/spam/counts"
import { featuresOf, mostFeatures } from "@/lib/spam/features"
import { judgeSpam } from "@/lib/spam/model"
import { countLetters } from "../../support/count-letters.ts"

const of = (body: string, name = "", website = "") => featuresOf({ name, website, body })

test("words are one word whatever their case, accents and width", () => {
  expect(of("ＣＡＳＩＮＯ Été")).toEqual(of("casino ete"))
})

test("letters in disguise are put right, and the disguise is noticed", () => {
  expect(of("cheap v1agra")).toEqual(expect.arrayContaining(["word:viagra", "sign:disguise"]))
  expect(of("best сasino", "Bob")).toEqual(expect.arrayContaining(["word:casino", "sign:disguise"]))
  const plain = of("my mp3 of the 2nd symphony, covid19")
  expect(plain).toEqual(expect.arrayContaining(["word:mp3", "word:2nd", "word:covid19"]))
  expect(plain.filter((feature) => feature.startsWith("sign:disguise"))).toEqual([])
})

test("scripts without spaces have words too", () => {
  expect(of("线上娱乐城")).toEqual(expect.arrayContaining(["word:线上", "word:娱乐", "sign:script-cjk"]))
})

test("no mail address and no telephone number is learnt", () => {
  const features = of(
    "Write to jane.roe@mail.example.org or ring +44 1632 960 441, or 5551234.",
    "Jane",
  ).join(" ")
  expect(features).toMatch(/sign:mail/)
  expect(features).toMatch(/sign:phone/)
  expect(features).not.toMatch(/roe|960|441|5551234|mail\.example|example\.org/)
})

test("links teach where they lead, not their words", () => {
  const features = of(
    "See https://www.cheap-pills.example.com/buy/now?x=1",
    "Bob",
    "https://bob.example.net/a",
  )
  expect(features).toEqual(
    expect.arrayContaining(["host:example.com", "host:example.net", "sign:link-1", "sign:website"]),
  )
  expect(features).not.toContain("word:now")
})

test("names that every object has are words like others", () => {
  const words = "__proto__ constructor toString hasOwnProperty valueOf"
  const features = of(words, words)
  const counts = new Map<string, Tally>()
  count(counts, { features, spam: true })
  expect(features).toContain("word:constructor")
  expect(Number.isFinite(judgeSpam(features, counts).score)).toBe(true)
  count(counts, { features, spam: true, times: -1 })
  expect(counts.size).toBe(0)
})

test("however hostile a text is, what is learnt is bounded, and so is the reading", () => {
  const long = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length))
  const numbered = (make: (n: number) => string) =>
    Array.from({ length: 12_000 }, (_, n) => make(n)).join(" ")
  const texts = [
    ...[
      "a",
      "A",
      " ",
      "\n",
      "!",
      ".",
      "-",
      "@",
      "1",
      "(",
      "0 ",
      "<",
      "[",
      "[url",
      "<a ",
      "a@",
      "a.",
      "a.b",
      "www.",
      "+1-",
      "é",
      "e\u0301",
    ],
    ...[
      "\u0301",
      "漢",
      "😀",
      "http://",
      "https://a",
      "a ",
      "a1",
      "1a",
      "сa",
      "@a ",
      "$",
      "€1",
      "bit.",
      "\u0000",
      "\ud800",
      "a-a.",
      "%",
    ],
  ].map(long)
  texts.push(
    numbered((n) => `w${n.toString(36)}`),
    numbered((n) => `https://h${n}.example.com`),
  )
  for (const body of texts) {
    const letters = (body: string) =>
      countLetters(() => judgeSpam(featuresOf({ name: body, website: body, body }), new Map()))
    // Four times the text may take four times the reading, and not sixteen.
    const quarter = body.slice(0, body.length / 4)
    expect(letters(body), JSON.stringify(body.slice(0, 8))).toBeLessThan(5 * letters(quarter))
    const features = featuresOf({ name: body, website: body, body })
    expect(features.length).toBeLessThanOrEqual(mostFeatures)
    for (const feature of features) expect(feature.length).toBeLessThan(140)
    // Postgres takes neither half a letter nor none at all.
    expect(features.join("\n")).not.toMatch(/\p{Cs}|\0/u)
  }
})
