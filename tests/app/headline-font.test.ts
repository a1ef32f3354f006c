import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { lettersOf } from "../support/font-letters.ts"

const folder = path.join(import.meta.dirname, "../../app/fonts")
const source = fs.readFileSync(path.join(folder, "headline.ts"), "utf8")

/** Each cut of the face, with what its range in the style sheet says that it holds. */
const cuts = [...source.matchAll(/newsreader-(\w+)\.woff2[\s\S]*?value:\s*"([^"]+)"/g)].map(
  ([, name = "", range = ""]) => ({
    name,
    range: codesIn(range),
  }),
)

test.each(cuts)("the cut “$name” holds what its range says, and no more", async ({ name, range }) => {
  expect(await lettersOf(path.join(folder, `newsreader-${name}.woff2`))).toEqual(range)
})

test("no letter is in two cuts", () => {
  const all = cuts.flatMap(({ range }) => [...range])
  expect(new Set(all).size).toBe(all.length)
})

test.each([
  "Größe in Łódź — İstanbul’da ığdır, Đà Nẵng",
  "Příliš žluťoučký kůň úpěl ďábelské ódy",
  "Știință și țară: Žižkov, Šumava",
  "Người dân phố cổ, đường Trần Hưng Đạo",
  "Þingvellir, Ærø, Ħal Luqa",
  "Árvíztűrő tükörfúrógép",
])("“%s” is set in one face", (headline) => {
  const known = new Set(cuts.flatMap(({ range }) => [...range]))
  expect([...headline].filter((letter) => !known.has(letter.codePointAt(0) ?? 0))).toEqual([])
})

function codesIn(range: string): Set<number> {
  const codes = range.split(",").flatMap((part) => {
    const [from = 0, to = from] = part
      .trim()
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  })
  return new Set(codes)
}
