// @vitest-environment jsdom
import type { Editor } from "@tiptap/core"
import { describe, expect, test } from "vitest"
import { blockChoices, choicesFor } from "@/components/editor/blocks/block-list"
import { openSlash } from "@/components/editor/blocks/open-slash"
import { slashState } from "@/components/editor/blocks/slash"
import { tableTools } from "@/components/editor/blocks/table-tools"
import { parseDocument } from "@/lib/documents/document-schema"
import { openEditor, press, type } from "@/tests/support/story-editor"

const names = (query: string) => choicesFor(query).map(({ name }) => name)

describe("a slash in an empty paragraph", () => {
  test("offers every block, and fewer with each letter", () => {
    expect(names("")).toEqual(blockChoices.map(({ name }) => name))
    expect(names("ta")).toEqual(["Table"])
    expect(names("interv")).toEqual(["Question"])
    expect(names("zzz")).toEqual([])
  })

  test("makes of the paragraph what the arrow keys and Enter choose, and leaves no sign", () => {
    const editor = type(openEditor(), "/")
    press(editor, "ArrowDown")
    press(editor, "Enter")
    expect(editor.getHTML()).toBe("<h3></h3>")
  })

  test("is a slash after Escape, and Enter is Enter", () => {
    const editor = type(openEditor(), "/ta")
    expect(slashState(editor.state)).toMatchObject({ query: "ta", at: 0 })
    press(editor, "Escape")
    expect(slashState(editor.state)).toBe(null)
    type(editor, "xi")
    press(editor, "Enter")
    expect(editor.getHTML()).toBe("<p>/taxi</p><p></p>")
  })

  test("opens the library for a picture or for a gallery, and leaves no sign", () => {
    const editor = openEditor()
    const asked: boolean[] = []
    editor.storage.picture.ask = (asGallery) => asked.push(asGallery)
    for (const typed of ["/pict", "/gall", "/photo"]) {
      type(openEditor(), typed)
      press(editor, "Enter")
      expect(editor.getHTML()).toBe("<p></p>")
    }
    expect(asked).toEqual([false, true, false])
  })

  test("is a slash within words, and in code", () => {
    expect(slashState(type(openEditor("<p>his</p>"), "/her").state)).toBe(null)
    expect(slashState(type(openEditor("<pre>a</pre>"), "/").state)).toBe(null)
  })

  test("that the tool put there goes with Escape", () => {
    for (const html of ["<p></p>", "<p>Words</p>"]) {
      const editor = openEditor(html)
      openSlash(editor)
      type(editor, "ta")
      press(editor, "Escape")
      expect(editor.state.doc.textContent).toBe(html.replace(/<[^>]+>/g, ""))
    }
  })

  test.each(["<p></p>", "<p>Words</p><p>More</p>"])(
    "that the tool put there stays in no story, however somebody leaves its menu: %s",
    (html) => {
      const leaving: ((editor: Editor) => void)[] = [
        (editor) => press(editor, "Escape"),
        (editor) => editor.view.dom.dispatchEvent(new FocusEvent("blur")),
        (editor) => editor.commands.setTextSelection(1),
      ]
      for (const leave of leaving) {
        const editor = openEditor(html)
        editor.commands.setTextSelection(3)
        openSlash(editor)
        leave(editor)
        expect(editor.getHTML()).toBe(html)
        editor.commands.undo()
        expect(editor.getText()).not.toContain("/")
      }
    },
  )

  test("that the tool put there goes alone where somebody wrote behind it", () => {
    const editor = openEditor("<p>Words</p>")
    openSlash(editor)
    type(editor, "The council met, at last.")
    expect(editor.getHTML()).toBe("<p>Words</p><p>The council met, at last.</p>")
    openSlash(editor)
    type(editor, "ta")
    editor.view.dom.dispatchEvent(new FocusEvent("blur"))
    expect(editor.getHTML()).toBe("<p>Words</p><p>The council met, at last.</p><p>ta</p>")
  })

  test("that somebody typed stays when they go elsewhere", () => {
    const editor = type(openEditor("<p>Words</p><p></p>"), "/")
    editor.view.dom.dispatchEvent(new FocusEvent("blur"))
    editor.commands.setTextSelection(1)
    expect(editor.getHTML()).toBe("<p>Words</p><p>/</p>")
  })

  test("is put under what somebody writes by the tool", () => {
    const editor = openEditor("<p>Words</p><p>More</p>")
    editor.commands.setTextSelection(3)
    openSlash(editor)
    expect(editor.getHTML()).toBe("<p>Words</p><p>/</p><p>More</p>")
    expect(slashState(editor.state)).toMatchObject({ query: "" })
  })
})

test.each(blockChoices.map(({ name, run }) => [name, run] as const))(
  "“%s” makes what the site keeps, in a paragraph and in a list",
  (_, run) => {
    for (const html of ["<p>Words</p>", "<ul><li><p>Words</p></li></ul>", "<p></p>"]) {
      const editor = openEditor(html)
      run(editor)
      type(editor, "x")
      editor.state.doc.check()
      expect(parseDocument(JSON.stringify(editor.getJSON()))).toMatchObject({ ok: true })
    }
  },
)

test("who said it stands in the last line of the quotation, and there is one such line", () => {
  const editor = openEditor("<blockquote><p>We saw it.</p></blockquote>")
  const run = blockChoices.find(({ name }) => name === "Source of the quotation")?.run
  editor.commands.setTextSelection(4)
  run?.(editor)
  type(editor, "Ada")
  editor.commands.setTextSelection(4)
  run?.(editor)
  type(editor, " Park")
  expect(editor.getHTML()).toBe(
    '<blockquote><p>We saw it.</p><p class="attribution">Ada Park</p></blockquote>',
  )
})

test("a new line in a quotation is a paragraph", () => {
  const editor = openEditor("<blockquote><p>We saw it.</p></blockquote>")
  editor.commands.setTextSelection(editor.state.doc.content.size - 2)
  press(editor, "Enter")
  expect(editor.getHTML()).toBe("<blockquote><p>We saw it.</p><p></p></blockquote>")
})

describe("a table", () => {
  const cells = () => openEditor("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>")
  const rows = (html: string) =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) => row.replace(/<[^>]+>/g, "|"))

  test("is walked with Tab, which adds a row at the end", () => {
    const editor = cells()
    editor.commands.setTextSelection(3)
    for (let at = 0; at < 4; at++) press(editor, "Tab")
    type(editor, "e")
    expect(rows(editor.getHTML())).toEqual(["|a||b|", "|c||d|", "|e|||"])
  })

  test("has lines in its cells and no second paragraph", () => {
    const editor = cells()
    editor.commands.setTextSelection(4)
    press(editor, "Enter")
    type(editor, "x")
    expect(editor.getHTML()).toContain("<th>a<br>x</th>")
  })

  test("goes with its last row, and is no trace in the story", () => {
    const editor = cells()
    editor.commands.setTextSelection(3)
    const run = tableTools.find(({ name }) => name === "Delete row")?.run
    run?.(editor)
    run?.(editor)
    expect(editor.getHTML()).toBe("<p></p>")
  })
})

test("a box that has lost all its words goes", () => {
  const editor = openEditor('<div class="notice"><p>Words</p></div><p>After</p>')
  editor.view.dispatch(editor.state.tr.delete(1, 8))
  expect(editor.getHTML()).toBe("<p>After</p>")
})

test.each([
  ["a list", "<ul><li><p>Words</p></li></ul>", 1],
  ["a quotation", "<blockquote><p>Words</p></blockquote>", 1],
  ["a list in a quotation", "<blockquote><ul><li><p>Words</p></li></ul></blockquote>", 2],
  ["a notice", '<div class="notice"><p>Words</p></div>', 1],
])("%s that has lost all that it held goes, and one can write where it was", (_, html, depth) => {
  const editor = openEditor(html)
  editor.view.dispatch(editor.state.tr.delete(depth, editor.state.doc.content.size - depth))
  expect(editor.getHTML()).toBe("<p></p>")
  expect(type(editor, "On.").getHTML()).toBe("<p>On.</p>")
})

test("an item of a list that has lost all its words keeps a line to write in", () => {
  const editor = openEditor("<ul><li><p>One</p></li><li><p>Two</p></li></ul>")
  editor.view.dispatch(editor.state.tr.delete(2, 7))
  expect(editor.getHTML()).toBe("<ul><li><p></p></li><li><p>Two</p></li></ul>")
})

test("who deletes everything writes in an empty paragraph", () => {
  for (const html of [
    "<p>One</p><p>Two</p>",
    "<ul><li><p>One</p></li></ul>",
    '<div class="notice"><p>One</p></div>',
  ]) {
    const editor = openEditor(html)
    editor.commands.selectAll()
    editor.commands.deleteSelection()
    type(editor, "New")
    expect(editor.getHTML()).toBe("<p>New</p>")
  }
})
