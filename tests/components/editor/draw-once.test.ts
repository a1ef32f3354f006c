// @vitest-environment jsdom
import { Editor } from "@tiptap/core"
import { expect, test } from "vitest"
import { drawOnce } from "@/components/editor/draw-once"
import { storyExtensions } from "@/components/editor/extensions"
import { pictureNode } from "@/components/editor/pictures/nodes"

const paragraph = { type: "paragraph", content: [{ type: "text", text: "The council met." }] }
const quotation = { type: "blockquote", content: [paragraph] }
const picture = {
  type: "picture",
  attrs: { mediaId: 1, alt: "A quay", caption: "", size: "normal", decorative: false },
}

const shownPicture = pictureNode.extend({
  addNodeView: () => () => ({ dom: document.createElement("figure") }),
})

/** Whether the text is drawn anew when React stands by. */
function isDrawnAgain(...content: object[]): boolean {
  const editor = new Editor({
    element: document.createElement("div"),
    extensions: storyExtensions.map((one) => (one === pictureNode ? shownPicture : one)),
    content: { type: "doc", content },
    onBeforeCreate: drawOnce,
  })
  const first = editor.view.dom.querySelector("p")
  editor.createNodeViews()
  const isSame = first !== null && first === editor.view.dom.querySelector("p")
  editor.destroy()
  return !isSame
}

test("somebody who opens a long text waits for it to be drawn once, and twice only for blocks that need it", () => {
  expect(isDrawnAgain(paragraph, quotation)).toBe(false)
  expect(isDrawnAgain(paragraph, picture)).toBe(true)
})
