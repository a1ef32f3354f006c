// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { openEditor, paste, press, type } from "@/tests/support/story-editor"

const { documentElement: page } = document
beforeEach(() => {
  page.lang = "en"
})
afterEach(() => {
  page.lang = ""
})

const typed = (text: string, language = "en") => {
  page.lang = language
  return type(openEditor(), text).getText()
}

describe("signs of the keyboard become those of print, as the publication's language has them", () => {
  test.each([
    ["en", `She said "yes" and ("no").`, "She said “yes” and (“no”)."],
    ["en", `It's the dogs' bowl: 'so "he" said.'`, "It’s the dogs’ bowl: ‘so “he” said.’"],
    ["de", `Sie sagte "ja".`, "Sie sagte „ja“."],
    ["de-CH", `Sie sagte "ja".`, "Sie sagte «ja»."],
    ["fr", `Il a dit "oui". C'est ça.`, "Il a dit «\u00a0oui\u00a0». C’est ça."],
    ["ru", `Она сказала "да".`, "Она сказала «да»."],
    ["pl", `Powiedziała "tak".`, "Powiedziała „tak”."],
    ["sv", `Hon sa "ja".`, "Hon sa ”ja”."],
    ["en", "Wait... 1990--1995, and --- stop", "Wait… 1990–1995, and — stop"],
    ["ar", `قال "نعم"...`, `قال "نعم"...`],
  ])("%s: %s", (language, text, right) => expect(typed(text, language)).toBe(right))

  test("not in code", () => {
    expect(type(openEditor("<pre>x</pre>"), ` "--"...`).getText()).toBe(`x "--"...`)
  })
})

test.each([["undo"], ["Backspace"]])("one %s brings back what was typed, and no more", (way) => {
  const editor = type(openEditor(), "She said..")
  type(editor, ".")
  expect(editor.getText()).toBe("She said…")
  if (way === "undo") editor.commands.undo()
  else press(editor, "Backspace")
  expect(editor.getText()).toBe("She said...")
  expect(type(editor, " x").getText()).toBe("She said... x")
})

describe("an address becomes a link", () => {
  test("when a blank follows it", () => {
    expect(type(openEditor(), "see https://example.org/a now").getHTML()).toBe(
      '<p>see <a href="https://example.org/a">https://example.org/a</a> now</p>',
    )
  })

  test.each(["Mill St.and more", "page.md is there", "ask eva@example.org now"])("not so “%s”", (text) => {
    expect(type(openEditor(), text).getHTML()).toBe(`<p>${text}</p>`)
  })

  test("of the words that are selected, when it is pasted over them", () => {
    const editor = openEditor("<p>read the report</p>")
    editor.commands.setTextSelection({ from: 10, to: 16 })
    paste(editor, { text: "https://example.org/a" })
    expect(editor.getHTML()).toBe('<p>read the <a href="https://example.org/a">report</a></p>')
    editor.commands.undo()
    expect(editor.getHTML()).toBe("<p>read the report</p>")
  })
})
