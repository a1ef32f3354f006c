// @vitest-environment jsdom
import { expect, test } from "vitest"
import { wordsIn } from "@/components/editor/count-words"
import { openEditor, type } from "@/tests/support/story-editor"

test("the words of a text are counted in every block, and again only where somebody types", () => {
  const editor = openEditor(
    "<p>Two words</p><blockquote><p>It <strong>rain</strong>ed.<br>Again</p></blockquote><table><tr><td>one</td><td>two</td></tr></table><p>雨が降った</p>",
  )
  const before = wordsIn(editor.state.doc)
  const segment = Intl.Segmenter.prototype.segment
  const segmented: string[] = []
  Intl.Segmenter.prototype.segment = function (text) {
    segmented.push(text)
    return segment.call(this, text)
  }
  editor.commands.setTextSelection(1)
  type(editor, "Now ")
  const after = wordsIn(editor.state.doc)
  Intl.Segmenter.prototype.segment = segment
  expect(before).toBeGreaterThanOrEqual(9)
  expect(after).toBe(before + 1)
  expect(segmented).toEqual(["Now Two words"])
})
