// @vitest-environment jsdom
import { Editor } from "@tiptap/core"
import { expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { lineDirection } from "@/components/editor/line-direction"

const line = (text: string) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] })

/** Whether the line of these, at which the caret is, runs from right to left though none of its letters says so. */
function runsRtl(lines: string[], at: number): boolean {
  const editor = new Editor({
    element: document.createElement("div"),
    extensions: [...storyExtensions, lineDirection],
    content: { type: "doc", content: lines.map(line) },
  })
  let pos = 1
  for (const text of lines.slice(0, at)) pos += text.length + 2
  editor.commands.setTextSelection(pos)
  const found = editor.view.dom.children[at]?.classList.contains("runs-rtl") ?? false
  editor.destroy()
  return found
}

test.each([
  [["اجتمع المجلس", ""], 1, true],
  [["اجتمع المجلس", "/"], 1, true],
  [["اجتمع المجلس", "", "12 – 13"], 2, true],
  [["", "اجتمع المجلس"], 0, true],
  [["اجتمع المجلس", "The council met", ""], 2, false],
  [["The council met", ""], 1, false],
  [["اجتمع المجلس", "The council met"], 1, false],
  [[""], 0, false],
])("a line without letters runs as its neighbours do: %j, line %i", (lines, at, rtl) => {
  expect(runsRtl(lines, at)).toBe(rtl)
})
