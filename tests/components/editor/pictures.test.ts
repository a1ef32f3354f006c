// @vitest-environment jsdom
import { getSchema, type JSONContent } from "@tiptap/core"
import { NodeSelection } from "@tiptap/pm/state"
import { expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { insertPictures, moveNode, removeNode } from "@/components/editor/pictures/commands"
import type { PickedPicture } from "@/components/media/pick"
import { parseDocument } from "@/lib/documents/document-schema"
import { openEditor } from "../../support/story-editor.ts"

const schema = getSchema(storyExtensions)
const picked = (id: number) => ({ id, alt: `alt ${id}`, decorative: false, caption: "" }) as PickedPicture
const words = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const picture = (mediaId: number) => ({
  type: "picture",
  attrs: { mediaId, alt: `alt ${mediaId}`, caption: "", size: "normal", decorative: false },
})
const doc = (...content: object[]) => ({ type: "doc", content })
const shape = (editor: ReturnType<typeof openEditor>) =>
  editor
    .getJSON()
    .content?.map(({ type, attrs, content }) =>
      type === "picture"
        ? attrs?.mediaId
        : type === "gallery"
          ? content?.map((one) => (one as JSONContent).attrs?.mediaId)
          : type,
    )

test("pictures come behind the paragraph of the cursor, and somebody can write on behind them", () => {
  const editor = openEditor(doc(words("It rained.")))
  insertPictures(editor, [picked(1), picked(2)], false)
  expect(shape(editor)).toEqual(["paragraph", 1, 2, "paragraph"])
  expect(editor.state.selection.$from.parent.type.name).toBe("paragraph")
})

test("pictures take the place of an empty paragraph", () => {
  const editor = openEditor(doc({ type: "paragraph" }))
  insertPictures(editor, [picked(1)], false)
  expect(shape(editor)).toEqual([1, "paragraph"])
})

test("a gallery takes a thirteenth picture nowhere, and what the editor holds can be saved", () => {
  const editor = openEditor(doc(words("It rained.")))
  insertPictures(
    editor,
    Array.from({ length: 12 }, (_, at) => picked(at + 1)),
    true,
  )
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 13)))
  insertPictures(editor, [picked(13)], false)
  expect(shape(editor)?.filter((one) => one !== "paragraph")).toEqual([
    Array.from({ length: 12 }, (_, at) => at + 1),
    13,
  ])
  expect(parseDocument(JSON.stringify(editor.getJSON())).ok).toBe(true)
})

test("a picture moves past its neighbours and stops at the ends", () => {
  const editor = openEditor(doc(picture(1), words("a"), picture(2)))
  expect(moveNode(editor, 0, -1)).toBe(false)
  expect(moveNode(editor, 0, 1)).toBe(true)
  expect(shape(editor)).toEqual(["paragraph", 1, 2])
  expect(moveNode(editor, editor.state.selection.from, 1)).toBe(true)
  expect(shape(editor)).toEqual(["paragraph", 2, 1])
})

test("with its last picture a gallery goes, and the text can still be saved", () => {
  const editor = openEditor(doc({ type: "gallery", content: [picture(1), picture(2)] }))
  removeNode(editor, 1)
  removeNode(editor, 1)
  expect(shape(editor)).toEqual(["paragraph"])
})

test("what is copied of a text keeps its pictures, and another page's figure is no picture", () => {
  const editor = openEditor(doc(picture(7)))
  const copy = editor.getHTML()
  editor.commands.setContent(`${copy}<figure data-media="x">no</figure><figure><p>words</p></figure>`)
  expect(shape(editor)).toEqual([7, "paragraph", "paragraph"])
  expect(schema.nodeFromJSON(editor.getJSON()).firstChild?.attrs.alt).toBe("alt 7")
})
