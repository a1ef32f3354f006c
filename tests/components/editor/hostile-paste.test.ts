// @vitest-environment jsdom
import { getSchema } from "@tiptap/core"
import { DOMParser as HtmlReader } from "@tiptap/pm/model"
import { describe, expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { tidyHtml } from "@/components/editor/pasted-html"
import { parseDocument } from "@/lib/documents/document-schema"
import { hostileText } from "@/tests/support/hostile-text"
import { openEditor, paste } from "@/tests/support/story-editor"

const schema = getSchema(storyExtensions)

describe("hostile HTML leaves words, and nothing that runs", () => {
  test("read as the editor reads it", () => {
    for (const payload of hostileText) {
      const { body } = new DOMParser().parseFromString(tidyHtml(payload), "text/html")
      const json = JSON.stringify(HtmlReader.fromSchema(schema).parse(body).toJSON())
      const parsed = parseDocument(json)
      if (!parsed.ok) expect(parsed.message).toMatch(/nested too deep/)
      for (const [, href = ""] of json.matchAll(/"href":"([^"]*)"/g))
        expect(href).toMatch(/^(https?|mailto|tel):/)
    }
  })

  test.each(hostileText.filter((_, at) => at % 40 === 0))("in the editor: %j", (payload) => {
    for (const clipboard of [
      { html: `<table><tr><td>${payload}</td><td>x</td></tr><tr><td>y</td></tr></table>` },
      { text: `# Title\n\n${payload}` },
    ]) {
      const { dom } = paste(openEditor(), clipboard).view
      expect(
        dom.querySelector("script, style, iframe, object, embed, svg, math, form, input, base, meta, link"),
      ).toBe(null)
      const names = [...dom.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())
      expect(names.filter((name) => name === "style" || name.startsWith("on"))).toEqual([])
    }
  })
})
