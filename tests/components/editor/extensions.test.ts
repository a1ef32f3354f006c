import { getSchema } from "@tiptap/core"
import fc from "fast-check"
import { expect, test } from "vitest"
import { storyExtensions } from "@/components/editor/extensions"
import { paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"
import { parseDocument } from "@/lib/documents/document-schema"
import { runs } from "@/tests/support/runs"
import { anyDocument } from "../../support/any-document.ts"

const schema = getSchema(storyExtensions)

test("whatever the site keeps, the editor can open", () => {
  let kept = 0
  fc.assert(
    fc.property(anyDocument, (document) => {
      const parsed = parseDocument(JSON.stringify(document))
      if (!parsed.ok) return
      kept++
      schema.nodeFromJSON(parsed.document).check()
    }),
    { numRuns: runs(500) },
  )
  expect(kept).toBeGreaterThan(runs(250))
})

test("whatever the editor holds, the site keeps", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const held = parseDocument(JSON.stringify(document))
      if (!held.ok) return
      const edited = schema.nodeFromJSON(held.document).toJSON()
      expect(parseDocument(JSON.stringify(edited))).toMatchObject({ ok: true })
    }),
    { numRuns: runs(300) },
  )
})

test("the editor knows nothing that the site refuses", () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(
    [
      "doc",
      "gallery",
      "embed",
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

const within: Record<string, string[]> = {
  listItem: ["bulletList"],
  attribution: ["blockquote"],
  tableRow: ["table"],
  tableCell: ["table", "tableRow"],
  tableHeader: ["table", "tableRow"],
}

test("nothing has to hold anything, since merging two texts deletes what lacks what it must hold", () => {
  for (const type of Object.values(schema.nodes)) expect(type.contentMatch.validEnd, type.name).toBe(true)
  const blocks = Object.values(schema.nodes).filter(({ name, isLeaf }) => name !== "doc" && !isLeaf)
  expect(blocks.length).toBeGreaterThan(15)
  for (const { name: type } of blocks) {
    for (const content of [undefined, []]) {
      const attrs = type === "heading" ? { level: 2 } : {}
      const outside = ["doc", ...(within[type] ?? [])]
      const document = outside.reduceRight<object>((node, name) => ({ type: name, content: [node] }), {
        type,
        attrs,
        content,
      })
      expect(parseDocument(JSON.stringify(document)), type).toMatchObject({ ok: true })
      schema.nodeFromJSON(document).check()
    }
  }
  for (const content of [undefined, []])
    expect(parseDocument(JSON.stringify({ type: "doc", content }))).toMatchObject({ ok: true })
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
