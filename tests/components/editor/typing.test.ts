// @vitest-environment jsdom
import { describe, expect, test } from "vitest"
import { openEditor, type } from "@/tests/support/story-editor"

const typed = (text: string) => type(openEditor(), text).getHTML()

test.each([
  "1986. That was the year",
  "24. December is early closing",
  "2. place",
  "0. nothing",
  "A carton holds 5 * 3 * 2 tins",
  "the file _old_name_",
  "the file __old_name__x",
  "Lehrer*innen und Schüler*innen",
  "die *Schüler*innen",
  "*.txt and *.doc",
  "Anna * and Ben *",
  "2*3*4",
  "snake_case_name",
  "a ~~ b ~~",
  "* ",
])("“%s” stays the words that were typed", (text) => {
  const words = text === "* " ? "x * " : text
  expect(typed(words)).toBe(`<p>${words}</p>`)
})

test.each([
  ["it is *so* good", "<p>it is <em>so</em> good</p>"],
  ["it is **so** good", "<p>it is <strong>so</strong> good</p>"],
  ["(_so_)", "<p>(<em>so</em>)</p>"],
  ["~~gone~~, then", "<p><s>gone</s>, then</p>"],
  ["run `npm start`.", "<p>run <code>npm start</code>.</p>"],
  ["„*zwei Wörter*“", "<p>„<em>zwei Wörter</em>“</p>"],
])("“%s” is marked", (text, html) => expect(typed(text)).toBe(html))

describe("a number begins a list where it is the first or the next", () => {
  test("1. ", () => expect(typed("1. one")).toBe("<ol><li><p>one</p></li></ol>"))
  test("the next one under a list", () => {
    const editor = openEditor("<ol start='2'><li><p>two</p></li></ol><p></p>")
    editor.commands.setTextSelection(editor.state.doc.content.size)
    expect(type(editor, "3. three").getHTML()).toBe(
      '<ol start="2"><li><p>two</p></li><li><p>three</p></li></ol>',
    )
  })
  test("no other one under a list", () => {
    const editor = openEditor("<ol><li><p>one</p></li></ol><p></p>")
    expect(type(editor, "3. three").getHTML()).toBe("<ol><li><p>one</p></li></ol><p>3. three</p>")
  })
})
