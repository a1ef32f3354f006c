import { expect, test } from "vitest"
import { placeholdersIn } from "@/lib/documents/placeholders"

const words = (text: string) => placeholdersIn(text).map((found) => found.words)

test.each([
  ["The mayor, TK, said so.", ["TK"]],
  ["Founded in TKTK.", ["TKTK"]],
  ["TODO: ask the harbour master", ["TODO"]],
  ["FIXME this is wrong", ["FIXME"]],
  ["It cost xxx euros.", ["xxx"]],
  ["It cost XXXX euros.", ["XXXX"]],
  ["Lorem ipsum dolor sit amet", ["Lorem ipsum"]],
  ["said [name] of the council", ["[name]"]],
  ["on [insert date here]", ["[insert date here]"]],
  ["[TK name], 43", ["[TK name]"]],
  ["about [ ] people and [??] dogs", ["[ ]", "[??]"]],
  ["[check with Ana] and TK", ["[check with Ana]", "TK"]],
])("an editor is told of what is still to be filled in: %s", (text, found) => {
  expect(words(text)).toEqual(found)
})

test.each([
  "He wrote that they was [sic] late, and “[the mayor] knew” […] of it [laughs].",
  "Super Bowl XXX and the XXX Olympiad",
  "HAY QUE CAMBIARLO TODO YA",
  "TODO CAMBIA",
  "ATK, TKO and a TK-Versicherte",
  "Todo lo que importa",
  "Her name was withheld [name withheld by the court].",
  "[checked by two readers] [addenda] [nameless]",
  "a[0] and b[1]",
])("a word that stories use is no placeholder: %s", (text) => {
  expect(words(text)).toEqual([])
})

test("runs of blanks and words to fill in cost their length, and so many are told", () => {
  // The pattern that was quadratic took minutes for this; a run that does not end fails by the limit of all tests.
  expect(placeholdersIn(`[${" ".repeat(400_000)}`)).toEqual([])
  expect(placeholdersIn("TK ".repeat(150_000))).toHaveLength(20)
})
