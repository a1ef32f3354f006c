import fc from "fast-check"
import { describe, expect, test, vi } from "vitest"
import type { RichTextNode } from "@/db/schema/posts"
import { parseDocument } from "@/lib/documents/document-schema"
import { badLink } from "@/lib/documents/inline-nodes"
import { documentLimits } from "@/lib/documents/limits"
import { guessLinkAddress, linkAddress } from "@/lib/documents/link-url"
import { runs } from "@/tests/support/runs"

const doc = (...content: RichTextNode[]): RichTextNode => ({ type: "doc", content })
const p = (...content: RichTextNode[]): RichTextNode => ({ type: "paragraph", content })
const t = (text: string, ...marks: NonNullable<RichTextNode["marks"]>): RichTextNode =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }
const parse = (value: unknown) => parseDocument(JSON.stringify(value))

test("a link that leads nowhere is named wherever in a text it stands", () => {
  const wrong = p(t("here", { type: "link", attrs: { href: "javascript:alert(1)" } }))
  const item: RichTextNode = { type: "listItem", content: [p(t("One")), wrong] }
  for (const block of [
    wrong,
    { type: "bulletList", content: [item] },
    { type: "blockquote", content: [p(t("He said")), wrong] },
    { type: "blockquote", content: [{ type: "orderedList", content: [item] }] },
    { type: "notice", content: [{ type: "blockquote", content: [wrong] }] },
  ])
    expect(parse(doc(block)), block.type).toEqual({ ok: false, message: badLink })
})

test("everything an editor can make is kept", () => {
  const story = doc(
    { type: "heading", attrs: { level: 2 }, content: [t("A heading")] },
    p(
      t("Bold", { type: "bold" }),
      t(" and "),
      t("italic", { type: "italic" }),
      { type: "hardBreak" },
      t("code", { type: "code" }),
    ),
    { type: "blockquote", content: [p(t("A long quotation")), p(t("in two paragraphs"))] },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            p(t("one")),
            {
              type: "orderedList",
              attrs: { start: 3 },
              content: [{ type: "listItem", content: [p(t("three"))] }],
            },
          ],
        },
      ],
    },
    { type: "horizontalRule" },
    p(
      t("gone", { type: "strike" }),
      t("a link", { type: "link", attrs: { href: "https://example.org/a?b=c#d" } }),
    ),
    { type: "paragraph" },
  )
  expect(parse(story)).toEqual({ ok: true, document: story })
})

test("attributes nobody needs are left out", () => {
  const sent = doc({
    type: "paragraph",
    attrs: { style: "color:red", onclick: "x()" },
    content: [
      t("word", {
        type: "link",
        attrs: { href: "HTTPS://Example.org", target: "_blank", class: "x", title: "y" },
      }),
    ],
    ...{ __proto__x: 1, extra: true },
  } as RichTextNode)
  expect(parse(sent)).toEqual({
    ok: true,
    document: doc(p(t("word", { type: "link", attrs: { href: "https://example.org/" } }))),
  })
})

describe("a hostile or broken document is refused with a sentence", () => {
  test.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"<p>hello</p>"'],
    ["a number", "1"],
    ["another root", JSON.stringify(p(t("a")))],
    ["an image", JSON.stringify(doc({ type: "image", attrs: { src: "https://example.org/x.png" } }))],
    ["a script", JSON.stringify(doc({ type: "script", content: [t("alert(1)")] }))],
    ["raw HTML", JSON.stringify(doc({ type: "html", text: "<script>" } as RichTextNode))],
    ["an unknown mark", JSON.stringify(doc(p(t("a", { type: "textStyle", attrs: { color: "red" } }))))],
    [
      "a heading of level 1",
      JSON.stringify(doc({ type: "heading", attrs: { level: 1 }, content: [t("a")] })),
    ],
    [
      "a heading of level “2”",
      JSON.stringify(doc({ type: "heading", attrs: { level: "2" }, content: [t("a")] })),
    ],
    ["a loose list item", JSON.stringify(doc({ type: "listItem", content: [p(t("a"))] }))],
    ["a list of paragraphs", JSON.stringify(doc({ type: "bulletList", content: [p(t("a"))] }))],
    [
      "an item that starts with a list",
      JSON.stringify(
        doc({
          type: "bulletList",
          content: [{ type: "listItem", content: [{ type: "bulletList", content: [] }] }],
        }),
      ),
    ],
    ["a paragraph in a paragraph", JSON.stringify(doc(p(p(t("a")))))],
    ["loose text", JSON.stringify(doc(t("a")))],
    ["an empty text", JSON.stringify(doc(p(t(""))))],
    [
      "a text that is a number",
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":1}]}]}',
    ],
    ["content that is an object", '{"type":"doc","content":{"length":1,"0":{"type":"paragraph"}}}'],
    ["a doc inside a doc", JSON.stringify(doc(doc(p(t("a")))))],
    ["a null among nodes", '{"type":"doc","content":[null]}'],
    ["a constructor", '{"type":"constructor","content":[{"type":"__proto__"}]}'],
  ])("%s", (_, json) => {
    const parsed = parseDocument(json)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.message).toMatch(/^[A-Z].+\.$/)
  })
})

test("a prototype in the JSON reaches no object", () => {
  const json =
    '{"type":"doc","__proto__":{"polluted":1},"content":[{"type":"paragraph","constructor":{"prototype":{"polluted":1}}}]}'
  expect(parseDocument(json)).toEqual({
    ok: true,
    document: { type: "doc", content: [{ type: "paragraph" }] },
  })
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
})

test("a document nested deeper than the stack is refused before it is walked through", () => {
  const deep = (levels: number) =>
    `${'{"type":"blockquote","content":['.repeat(levels)}{"type":"paragraph"}${"]}".repeat(levels)}`
  const wrap = (inner: string) => `{"type":"doc","content":[${inner}]}`
  expect(parseDocument(wrap(deep(documentLimits.depth - 1))).ok).toBe(true)
  const { parse } = JSON
  let looks = 0
  const counted = (node: object): object =>
    new Proxy(node, {
      get(target, name) {
        if (name === "type") looks++
        const value = Reflect.get(target, name)
        return value instanceof Object ? counted(value) : value
      },
    })
  const reading = vi.spyOn(JSON, "parse").mockImplementation((json) => counted(parse(json)))
  for (const levels of [documentLimits.depth, 1000, 14_000]) {
    looks = 0
    expect(parseDocument(wrap(deep(levels))).ok).toBe(false)
    expect(looks).toBeLessThanOrEqual(documentLimits.depth + 1)
  }
  reading.mockRestore()
})

test("500 kB are a story, one byte more is too long", () => {
  const shell = JSON.stringify(doc(p(t(""))))
  const text = "é".repeat((documentLimits.bytes - shell.length) / 2 - 1)
  const rest = documentLimits.bytes - shell.length - text.length * 2
  const json = JSON.stringify(doc(p(t(text + "a".repeat(rest)))))
  expect(new TextEncoder().encode(json)).toHaveLength(documentLimits.bytes)
  expect(parseDocument(json).ok).toBe(true)
  expect(parseDocument(`${json} `)).toMatchObject({ ok: false, message: expect.stringContaining("500 kB") })
})

test("more parts than a story can hold are refused", () => {
  const rules = Array.from({ length: documentLimits.nodes }, () => ({ type: "paragraph" }))
  expect(parse(doc(...rules)).ok).toBe(false)
  expect(parse(doc(...rules.slice(1))).ok).toBe(true)
})

test("words that come in pieces of letters, as from a PDF, are kept composed", () => {
  for (const words of ["Größe in Łódź", "İstanbul’da ığdır, Đà Nẵng", "ガギグ", "우리 동네"])
    expect(parse(doc(p(t(words.normalize("NFD")))))).toEqual({
      ok: true,
      document: doc(p(t(words.normalize("NFC")))),
    })
})

test("words that are code keep their link, and no other mark", () => {
  const link = { type: "link", attrs: { href: "https://example.org/" } }
  const sent = doc(p(t("npm start", { type: "code" }, { type: "bold" }, link)))
  expect(parse(sent)).toEqual({ ok: true, document: doc(p(t("npm start", link, { type: "code" }))) })
})

test("what Postgres cannot keep is taken out of the words", () => {
  expect(parse(doc(p(t("a\u0000b\u001b[31mc\ud800d"))))).toEqual({
    ok: true,
    document: doc(p(t("ab[31mc\ufffdd"))),
  })
  expect(parse(doc(p(t("👩‍👧 “smart” — text…"))))).toEqual({
    ok: true,
    document: doc(p(t("👩‍👧 “smart” — text…"))),
  })
})

describe("links", () => {
  test.each([
    ["https://example.org", "https://example.org/"],
    ["http://EXAMPLE.org/ä", "http://example.org/%C3%A4"],
    ["mailto:name@example.org", "mailto:name@example.org"],
    ["tel:+49800111", "tel:+49800111"],
    ["TEL:116 123", "tel:116123"],
    ["tel:+44-(0)20.7946", "tel:+44-(0)20.7946"],
    ["/posts/a-fair#comment-3", "/posts/a-fair#comment-3"],
    [" https://example.org/a ", "https://example.org/a"],
  ])("%s leads to %s", (typed, address) => {
    expect(linkAddress(typed)).toBe(address)
  })

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "view-source:https://example.org",
    "intent://x",
    "tel:*%2306%23",
    "tel:1234;postd=22",
    "tel:",
    "//evil.example/x",
    "/\\evil.example/x",
    "/..//evil.example",
    "https://bank.example@evil.example/",
    "https://",
    "example.org",
    "#top",
    "",
    "a".repeat(3000),
  ])("“%s” is no address for a link", (typed) => {
    expect(linkAddress(typed)).toBeNull()
    const parsed = parse(doc(p(t("word", { type: "link", attrs: { href: typed } }))))
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining("link") })
  })

  test.each([
    ["example.org", "https://example.org/"],
    ["www.example.org/a b", null],
    ["example.org:8080/x", "https://example.org:8080/x"],
    ["name@example.org", "mailto:name@example.org"],
    ["/about", "/about"],
    ["//example.org/a?b=1#c", "https://example.org/a?b=1#c"],
    ["//example.org:8080", "https://example.org:8080/"],
    ["//bank.example@evil.example/", null],
    ["///evil.example", null],
    ["javascript:alert(1)", null],
    ["nonsense", null],
  ])("whoever types %s means %s", (typed, address) => {
    expect(guessLinkAddress(typed)).toBe(address)
  })
})

const anyNode: fc.Arbitrary<unknown> = fc.letrec((again) => ({
  node: fc.record(
    {
      type: fc.oneof(
        fc.constantFrom(
          "doc",
          "paragraph",
          "heading",
          "text",
          "bulletList",
          "orderedList",
          "listItem",
          "blockquote",
          "hardBreak",
        ),
        fc.string(),
      ),
      text: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
      attrs: fc.oneof(
        fc.record({ level: fc.integer({ min: 0, max: 6 }), start: fc.integer(), href: fc.webUrl() }),
        fc.jsonValue(),
      ),
      marks: fc.oneof(
        fc.array(
          fc.record({ type: fc.constantFrom("bold", "link", "x"), attrs: fc.record({ href: fc.string() }) }),
        ),
        fc.jsonValue(),
      ),
      content: fc.oneof({ depthSize: "small" }, fc.array(again("node"), { maxLength: 4 }), fc.jsonValue()),
    },
    { requiredKeys: ["type"] },
  ),
})).node

test("no document at all makes it throw, and what is kept is kept the second time as it is", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyNode,
        fc.array(anyNode).map((content) => ({ type: "doc", content })),
      ),
      (value) => {
        const first = parse(value)
        if (!first.ok) return
        expect(parse(first.document)).toEqual(first)
      },
    ),
    { numRuns: runs(3000) },
  )
})
