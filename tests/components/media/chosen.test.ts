import { expect, test } from "vitest"
import { toggled, withUploaded } from "@/components/media/chosen"
import type { LibraryEntry } from "@/lib/media/queries"

const [one, two, three] = [1, 2, 3].map((id) => ({ id }) as LibraryEntry) as [
  LibraryEntry,
  LibraryEntry,
  LibraryEntry,
]

test("where one picture is wanted, the one uploaded last is chosen, however many came before", () => {
  const uploaded = [one, two, three].reduce<LibraryEntry[]>(
    (chosen, picture) => withUploaded(chosen, picture, 1),
    [],
  )
  expect(uploaded).toEqual([three])
})

test("where several are wanted, uploads join what was pressed, up to the most", () => {
  expect(withUploaded([one], two, 3)).toEqual([one, two])
  expect(withUploaded([one, two], one, 3)).toEqual([two, one])
  expect(withUploaded([one, two], three, 2)).toEqual([one, two])
})

test("a press on a chosen picture takes it back", () => {
  expect(toggled([one, two], one, 3)).toEqual([two])
  expect(toggled([one, two], three, 2)).toEqual([one, two])
})
