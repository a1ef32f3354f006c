import { getSchema } from "@tiptap/core"
import fc from "fast-check"
import { expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"
import { parseDocument } from "@/lib/documents/document-schema"

const schema = getSchema(storyExtensions)

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 })
const marks = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom({ type: "bold" }, { type: "italic" }, { type: "strike" }, { type: "code" }),
    fc.webUrl().map((href) => ({ type: "link", attrs: { href } })),
  ),
  { selector: (mark) => mark.type, maxLength: 3 },
)
const inline = fc.oneof(
  fc.record({ type: fc.constant("text"), text, marks }),
  fc.constant({ type: "hardBreak" }),
  fc.record({ type: fc.constant("footnote"), attrs: fc.record({ text: fc.string({ maxLength: 12 }) }) }),
)
const paragraph = fc.record({ type: fc.constant("paragraph"), content: fc.array(inline, { maxLength: 4 }) })

const line = fc.stringMatching(/^([a-z]{1,5}( [a-z]{1,5})?)?$/)
const picture = fc.record({
  type: fc.constant("picture"),
  attrs: fc.record({
    mediaId: fc.integer({ min: 1, max: 1_000_000 }),
    alt: line,
    decorative: fc.boolean(),
    caption: line,
    size: fc.constantFrom("normal", "wide", "full"),
  }),
})
const gallery = fc.record({
  type: fc.constant("gallery"),
  content: fc.array(picture, { minLength: 1, maxLength: 12 }),
})

const line4 = fc.array(inline, { maxLength: 4 })
const codeBlock = fc.record({
  type: fc.constant("codeBlock"),
  content: fc.array(fc.record({ type: fc.constant("text"), text }), { maxLength: 1 }),
})
const cell = fc.record({
  type: fc.constantFrom("tableCell", "tableHeader"),
  attrs: fc.record({ colspan: fc.integer({ min: 0, max: 3 }), rowspan: fc.integer({ min: 0, max: 3 }) }),
  content: line4,
})
const table = fc.record({
  type: fc.constant("table"),
  content: fc.array(fc.record({ type: fc.constant("tableRow"), content: fc.array(cell, { maxLength: 3 }) }), {
    maxLength: 3,
  }),
})
const boxLine = fc.record({ type: fc.constantFrom("pullQuote", "question"), content: line4 })

const anyDocument = fc.letrec((again) => ({
  doc: fc.record({
    type: fc.constant("doc"),
    content: fc.array(fc.oneof(again("block"), again("box"), picture, gallery, table, boxLine), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    fc.record({
      type: fc.constant("heading"),
      attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }),
      content: fc.array(inline, { maxLength: 3 }),
    }),
    fc.constant({ type: "horizontalRule" }),
    codeBlock,
    fc.record({
      type: fc.constant("blockquote"),
      content: fc
        .tuple(
          fc.array(again("block"), { minLength: 1, maxLength: 3 }),
          fc.array(fc.record({ type: fc.constant("attribution"), content: line4 }), { maxLength: 1 }),
        )
        .map(([words, source]) => [...words, ...source]),
    }),
    fc.record({
      type: fc.constantFrom("bulletList", "orderedList"),
      content: fc.array(again("item"), { minLength: 1, maxLength: 3 }),
    }),
  ),
  box: fc.record({
    type: fc.constantFrom("notice", "keyPoints"),
    content: fc.array(again("block"), { maxLength: 3 }),
  }),
  item: fc.record({
    type: fc.constant("listItem"),
    content: fc
      .tuple(paragraph, fc.array(again("block"), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
  }),
})).doc

test("whatever the site keeps, the editor can open", () => {
  let kept = 0
  fc.assert(
    fc.property(anyDocument, (document) => {
      const parsed = parseDocument(JSON.stringify(document))
      if (!parsed.ok) return
      kept++
      schema.nodeFromJSON(parsed.document).check()
    }),
    { numRuns: 500 },
  )
  expect(kept).toBeGreaterThan(250)
})

test("whatever the editor holds, the site keeps", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const held = parseDocument(JSON.stringify(document))
      if (!held.ok) return
      const edited = schema.nodeFromJSON(held.document).toJSON()
      expect(parseDocument(JSON.stringify(edited))).toMatchObject({ ok: true })
    }),
    { numRuns: 300 },
  )
})

test("the editor knows nothing that the site refuses", () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(
    [
      "doc",
      "gallery",
      "paragraph",
      "heading",
      "text",
      "bulletList",
      "orderedList",
      "listItem",
      "blockquote",
      "horizontalRule",
      "hardBreak",
      "picture",
      "codeBlock",
      "attribution",
      "footnote",
      "pullQuote",
      "question",
      "notice",
      "keyPoints",
      "table",
      "tableRow",
      "tableCell",
      "tableHeader",
    ].sort(),
  )
  expect(Object.keys(schema.marks).sort()).toEqual(["bold", "code", "italic", "link", "strike"])
})

test.each([
  ["One.\n\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]],
  ["One.\n   \nTwo.", ["One.", "Two."]],
  ["a\nb\nc", ["a", "b", "c"]],
  ["\n\n  Smart “quotes” — and dashes…  \n\n", ["Smart “quotes” — and dashes…"]],
  ["A street\nA town\n\nNext.", ["A street⏎A town", "Next."]],
  ["", [""]],
])("plain text %j is pasted as paragraphs", (pasted, paragraphs) => {
  const { content } = withoutGaps(paragraphsOf(pasted, schema))
  const found: string[] = []
  for (const node of content.content) found.push(node.textBetween(0, node.content.size, "", "⏎"))
  expect(found).toEqual(paragraphs)
})
