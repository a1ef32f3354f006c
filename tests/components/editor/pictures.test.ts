// @vitest-environment jsdom
import { getSchema, type JSONContent } from "@tiptap/core"
import { NodeSelection, TextSelection } from "@tiptap/pm/state"
import { expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { PasteLoss } from "@/components/editor/paste/report"
import { pasting } from "@/components/editor/pasting"
import { removeNode, setAttributes } from "@/components/editor/pictures/commands"
import { insertPictures, insertPicturesAt } from "@/components/editor/pictures/insert-pictures"
import { moveNode } from "@/components/editor/pictures/move"
import { sourceOf } from "@/components/editor/pictures/pasted-pictures"
import type { Skipped } from "@/components/editor/pictures/skipped-pictures"
import { UploadBatches } from "@/components/editor/pictures/upload-batches"
import { uploadPlaceholders } from "@/components/editor/pictures/upload-placeholders"
import type { UploadAnswer } from "@/components/media/upload"
import { Uploads } from "@/components/media/uploads"
import { parseDocument } from "@/lib/documents/document-schema"
import type { LibraryEntry } from "@/lib/media/queries"
import { deferred } from "../../support/deferred.ts"
import { openEditor, paste } from "../../support/story-editor.ts"

const schema = getSchema(storyExtensions)
const picked = (id: number) => ({ id, alt: `alt ${id}`, decorative: false, caption: "" })
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

test("somebody who does not see the text is told where a picture went, and that it cannot go further", () => {
  const gallery = { type: "gallery", content: [picture(2), picture(3)] }
  const editor = openEditor(doc(picture(1), words("a"), gallery, { type: "paragraph" }))
  const told: string[] = []
  editor.storage.picture.tell = (sentence) => told.push(sentence)
  moveNode(editor, 0, -1)
  moveNode(editor, 0, 1)
  moveNode(editor, 5, 1)
  moveNode(editor, editor.state.selection.from, 1)
  expect(told).toEqual([
    "Picture not moved: it already comes first.",
    "Picture moved down, 2 of 3.",
    "Picture moved down, 2 of 2.",
    "Picture moved down out of the gallery, 4 of 4.",
  ])
  expect(shape(editor)).toEqual(["paragraph", 1, [3], 2, "paragraph"])
})

test("pictures that arrive while somebody writes leave the cursor where it is", () => {
  const editor = openEditor(doc(words("First."), words("Second.")))
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 12)))
  insertPicturesAt(editor, [picked(1), picked(2)], 3)
  expect(shape(editor)).toEqual(["paragraph", 1, 2, "paragraph"])
  editor.view.dispatch(editor.state.tr.insertText("!"))
  expect(editor.state.doc.textContent).toBe("First.Sec!ond.")
})

test("pictures that arrive take the place of the empty paragraph they were pasted into, and writing goes on behind", () => {
  const editor = openEditor(doc(words("First."), { type: "paragraph" }, picture(9)))
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 9)))
  insertPicturesAt(editor, [picked(1)], 9)
  expect(shape(editor)).toEqual(["paragraph", 1, "paragraph", 9])
  expect(editor.state.selection.$from.parent.type.name).toBe("paragraph")
})

test("behind pictures that stand before another picture there is a paragraph to write in", () => {
  const editor = openEditor(doc(words("First."), picture(9), words("Last.")))
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 3)))
  insertPictures(editor, [picked(1)], false)
  expect(shape(editor)).toEqual(["paragraph", 1, "paragraph", 9, "paragraph"])
  editor.view.dispatch(editor.state.tr.insertText("!"))
  expect(editor.state.doc.textContent).toBe("First.!Last.")
})

test("a picture stays selected while its caption is changed", () => {
  const editor = openEditor(doc(words("First."), picture(1)))
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 8)))
  setAttributes(editor, 8, { caption: "Rain" })
  expect(editor.state.selection).toBeInstanceOf(NodeSelection)
  expect(editor.state.doc.nodeAt(8)?.attrs).toMatchObject({ caption: "Rain", alt: "alt 1" })
  editor.commands.undo()
  expect(editor.state.doc.nodeAt(8)?.attrs.caption).toBe("")
})

test("a picture moves out of its gallery at either end, and the last one leaves no gallery behind", () => {
  const editor = openEditor(doc(words("a"), { type: "gallery", content: [picture(1), picture(2)] }))
  expect(moveNode(editor, 4, -1)).toBe(true)
  expect(shape(editor)).toEqual(["paragraph", 1, [2]])
  expect(editor.state.selection.from).toBe(3)
  expect(moveNode(editor, 5, 1)).toBe(true)
  expect(shape(editor)).toEqual(["paragraph", 1, 2])
  expect((editor.state.selection as NodeSelection).node?.attrs.mediaId).toBe(2)
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

/** Files whose answers the test gives, and an editor with one paragraph into which they are dropped. */
function dropInto(editor: ReturnType<typeof openEditor>) {
  editor.registerPlugin(uploadPlaceholders)
  const answers: ((answer: UploadAnswer) => void)[] = []
  const uploads = new Uploads(() => {
    const { promise, resolve } = deferred<UploadAnswer>()
    answers.push(resolve)
    return { answer: promise, stop: () => {} }
  })
  const batches = new UploadBatches(uploads, () => editor)
  uploads.subscribe(batches.insertFinished)
  const answer = async (at: number, answer: UploadAnswer) => {
    answers[at]?.(answer)
    await new Promise((done) => setImmediate(done))
  }
  return { uploads, batches, answer }
}

const file = (name: string) => new File(["x"], name, { type: "image/jpeg" })
const taken = (id: number): UploadAnswer => ({ ok: true, picture: picked(id) as LibraryEntry, twin: false })

test("pictures that are dropped together come in the order of the files, whichever arrives first, as one step to undo", async () => {
  const editor = openEditor(doc(words("First."), words("Last.")))
  const { uploads, batches, answer } = dropInto(editor)
  batches.take([file("a"), file("b")], 3)
  editor.view.dispatch(editor.state.tr.insertText("!", 9))
  await answer(1, taken(2))
  expect(shape(editor)).toEqual(["paragraph", "paragraph"])
  await answer(0, taken(1))
  expect(shape(editor)).toEqual(["paragraph", 1, 2, "paragraph"])
  expect(uploads.view()).toEqual([])
  editor.commands.undo()
  expect(shape(editor)).toEqual(["paragraph", "paragraph"])
  editor.unregisterPlugin("uploadPlaceholders")
})

test("a file that is refused keeps no other picture of its drop away, and its reason stays to be read", async () => {
  const editor = openEditor(doc({ type: "paragraph" }))
  const { uploads, batches, answer } = dropInto(editor)
  batches.take([file("a"), file("b")], 1)
  await answer(0, { ok: false, message: "This is no picture.", retry: false })
  await answer(1, taken(2))
  expect(shape(editor)).toEqual([2, "paragraph"])
  expect(uploads.view().map(({ message }) => message)).toEqual(["This is no picture."])
  editor.unregisterPlugin("uploadPlaceholders")
})

const dataUrl = `data:image/png;base64,${btoa("\u0089PNG")}`

/** Pastes a page's HTML and says which of its pictures were left out. */
function pastePage(editor: ReturnType<typeof openEditor>, html: string): Skipped {
  const heard: Skipped[] = []
  const { transformPastedHTML } = pasting(new PasteLoss(), (skipped) => heard.push(skipped))
  editor.view.setProps({ transformPastedHTML })
  paste(editor, { html })
  return heard.at(-1) ?? { pictures: [], away: 0 }
}

test("pictures of a page that is pasted stay out of the text until they are brought in, each to where it stood, with its own words", async () => {
  const editor = openEditor(doc({ type: "paragraph" }))
  const { uploads, batches, answer } = dropInto(editor)
  const { pictures, away } = pastePage(
    editor,
    `<h2>Heading</h2><p><img src="https://a.example/first.jpg" alt="A market"></p><p>One <img src="${dataUrl}"> two.</p>
      <p><img src="//b.example/%5Bthird%5D.png"></p><p>Last.</p><img src="file:///C:/word.png"><img src="https://a.example/count.gif" width="1">`,
  )
  expect(pictures.map(({ name, alt }) => [name, alt])).toEqual([
    ["first.jpg", "A market"],
    ["Pasted picture", ""],
    ["[third].png", ""],
  ])
  expect(away).toBe(1)
  expect(uploads.view()).toEqual([])
  expect(editor.getText({ blockSeparator: "|" })).toBe("Heading|One  two.|Last.")
  expect(shape(editor).slice(0, 3)).toEqual(["heading", "paragraph", "paragraph"])
  expect(editor.view.dom.querySelectorAll(".upload-placeholder")).toHaveLength(3)

  batches.bring(pictures)
  await answer(1, taken(2))
  await answer(2, taken(3))
  await answer(0, { ok: true, picture: picked(1) as LibraryEntry, twin: false })
  expect(shape(editor).slice(0, 6)).toEqual(["heading", 1, "paragraph", 2, 3, "paragraph"])
  expect(editor.state.doc.child(1).attrs.alt).toBe("A market")
  expect(editor.view.dom.querySelectorAll(".upload-placeholder")).toHaveLength(0)
  editor.unregisterPlugin("uploadPlaceholders")
})

test("a picture that could not be fetched is named, the others come, and what is left out leaves no trace", async () => {
  const editor = openEditor(doc(words("Mine.")))
  const { uploads, batches, answer } = dropInto(editor)
  const html =
    '<p>A <img src="https://a.example/1.jpg"></p><p>B</p><p><img src="https://a.example/2.jpg"></p><p>C</p>'
  batches.bring(pastePage(editor, html).pictures)
  await answer(0, { ok: false, message: "“1.jpg” is no picture.", retry: false })
  await answer(1, taken(2))
  expect(uploads.view().map(({ filename, message }) => [filename, message])).toEqual([
    ["1.jpg", "“1.jpg” is no picture."],
  ])
  expect(shape(editor)).toEqual(["paragraph", "paragraph", 2, "paragraph"])

  const { pictures } = pastePage(editor, '<p>D</p><p><img src="https://a.example/3.jpg"></p><p>E</p>')
  batches.leave(pictures)
  expect(editor.view.dom.querySelectorAll(".upload-placeholder")).toHaveLength(0)
  expect(JSON.stringify(editor.getJSON())).not.toMatch(/[\ufdd0\ufdd1]/)
  editor.unregisterPlugin("uploadPlaceholders")
})

test("a picture within its own address becomes the same file, and a broken one an empty file", async () => {
  const source = (address: string) => sourceOf({ key: 1, name: "x", address, alt: "" }) as File
  const bytes = async (file: File) => [...new Uint8Array(await file.arrayBuffer())]
  expect([source(dataUrl).type, await bytes(source(dataUrl))]).toEqual(["image/png", [0x89, 80, 78, 71]])
  expect(await bytes(source("data:image/gif,GIF%0089"))).toEqual([71, 73, 70, 0, 56, 57])
  for (const broken of ["data:image/png;base64,***", "data:image/png;base64,%E0", "data:image/png"])
    expect(source(broken).size).toBe(0)
})
