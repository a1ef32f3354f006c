// @vitest-environment jsdom
import { expect, test } from "vitest"
import { lookFor, replace, stepTo } from "@/components/editor/find/commands"
import { foundIn } from "@/components/editor/find/find"
import { openEditor } from "@/tests/support/story-editor"

const html = "<p>The mill. A <strong>Mi</strong>ll!</p><ul><li><p>Windmill</p></li></ul><p>mi</p><p>ll</p>"

test("words are found in any case and marks, and not across paragraphs", () => {
  const editor = openEditor(html)
  editor.commands.setTextSelection(0)
  lookFor(editor, "MILL")
  const words = foundIn(editor).matches.map(({ from, to }) => editor.state.doc.textBetween(from, to))
  expect(words).toEqual(["mill", "Mill", "mill"])
  expect(foundIn(editor).at).toBe(0)
  stepTo(editor, -1)
  expect(foundIn(editor).at).toBe(2)
})

test("a letter that is longer in lower case moves no place", () => {
  const editor = openEditor("<p>İİ mill 🎉 mill</p>")
  lookFor(editor, "mill")
  const words = foundIn(editor).matches.map(({ from, to }) => editor.state.doc.textBetween(from, to))
  expect(words).toEqual(["mill", "mill"])
})

test("all are replaced at once, and come back with one undo", () => {
  const editor = openEditor(html)
  const before = editor.getHTML()
  lookFor(editor, "mill")
  replace(editor, "café", true)
  expect(editor.getText({ blockSeparator: "|" })).toContain("The café. A café!|")
  expect(editor.getHTML()).toContain("<strong>café</strong>!")
  expect(foundIn(editor).matches).toEqual([])
  editor.commands.undo()
  expect(editor.getHTML()).toBe(before)
})

test("words that hold the old ones are put into each place once, one after another", () => {
  const editor = openEditor("<p>A mill, a mill, a mill.</p>")
  editor.commands.setTextSelection(5)
  lookFor(editor, "mill")
  replace(editor, "windmill", false)
  expect(editor.getText()).toBe("A mill, a windmill, a mill.")
  expect(foundIn(editor).at).toBe(2)
  replace(editor, "windmill", false)
  replace(editor, "windmill", false)
  expect(editor.getText()).toBe("A windmill, a windmill, a windmill.")
})

test("nothing is marked once nobody looks any more", () => {
  const editor = openEditor(html)
  lookFor(editor, "mill")
  expect(editor.view.dom.querySelectorAll(".found").length).toBeGreaterThan(0)
  lookFor(editor, "")
  expect(editor.view.dom.querySelectorAll(".found")).toHaveLength(0)
})
