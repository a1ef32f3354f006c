import { expect, test } from "vitest"
import { completionsOf, joinNames, splitNames } from "@/components/editor/tags/tag-names"

const known = ["Harbour", "Housing", "Old harbour", "School", "Übersee"]

test("names are told apart by the commas of several scripts, and each stands once", () => {
  expect(splitNames(" News,  Old   town ،أخبار、news， ")).toEqual(["News", "Old town", "أخبار"])
  expect(joinNames(["News", "", "Old town", "news "])).toBe("News, Old town")
})

test("what begins with the typed letters is offered before what has a word that does", () => {
  expect(completionsOf("har", [], known)).toEqual(["Harbour", "Old harbour"])
  expect(completionsOf("ÜB", [], known)).toEqual(["Übersee"])
})

test("what is chosen is not offered, and nothing is before a letter is typed", () => {
  expect(completionsOf("h", ["harbour"], known)).toEqual(["Housing", "Old harbour"])
  expect(completionsOf("  ", [], known)).toEqual([])
})

test("no more than eight are offered", () => {
  expect(
    completionsOf(
      "t",
      [],
      Array.from({ length: 30 }, (_, n) => `Tag ${n}`),
    ),
  ).toHaveLength(8)
})
