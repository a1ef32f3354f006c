import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { NameList } from "@/components/desk/name-list"
import { added, type Entry } from "@/components/editor/bylines/entries"

const wren = { id: 1, name: "Wren" }

test("an author who is added twice is named for another part, and the editor hears which", () => {
  const once = added([], wren)
  expect(once).toEqual({ entries: [{ ...wren, part: "words" }], said: "Wren added" })
  expect(added(once?.entries ?? [], wren)).toEqual({
    entries: [
      { ...wren, part: "words" },
      { ...wren, part: "photographs" },
    ],
    said: "Wren is named already, now also for photographs",
  })
})

test("an author who is named for every part is not added again", () => {
  const parts = ["words", "photographs", "translation", "editing"] as const
  const entries = parts.map((part): Entry => ({ ...wren, part }))
  expect(added(entries, wren)).toBeNull()
  expect(added(entries, { id: 2, name: "Ada" })?.entries).toHaveLength(5)
})

test("each name in a list of the desk stands in its own direction", () => {
  const html = renderToStaticMarkup(<NameList names={["Ada", "ليلى"]} />)
  expect(html).toBe("<bdi>Ada</bdi>, <bdi>ليلى</bdi>")
})
