import fc from "fast-check"
import { expect, test } from "vitest"
import { pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { plainText, readRichText } from "@/lib/documents/rich-text"
import { safeLink } from "@/lib/documents/safe-link"
import { excerpt } from "@/lib/text/excerpt"

const figure = pageFigure({})
const text = (words: string, marks?: object[]) => ({ type: "text", text: words, marks })
const p = (...content: unknown[]) => ({ type: "paragraph", content })
const html = (...content: unknown[]) => richTextHtml({ type: "doc", content }, figure).toString()

test("every part that the editor makes is shown as what it is", () => {
  const item = (words: string) => ({ type: "listItem", content: [p(text(words))] })
  expect(
    html(
      { type: "heading", attrs: { level: 3 }, content: [text("Head")] },
      p(
        text("b", [{ type: "bold" }]),
        text("i", [{ type: "italic" }]),
        text("s", [{ type: "strike" }]),
        text("c", [{ type: "code" }]),
        { type: "hardBreak" },
        text("l", [{ type: "link", attrs: { href: "https://example.org/a?b=1&c" } }]),
      ),
      { type: "bulletList", content: [item("one")] },
      { type: "orderedList", attrs: { start: 3 }, content: [item("two")] },
      { type: "blockquote", content: [p(text("said"))] },
      { type: "horizontalRule" },
    ),
  ).toBe(
    "<h3>Head</h3>" +
      '<p><strong>b</strong><em>i</em><s>s</s><code>c</code><br/><a href="https://example.org/a?b=1&amp;c" rel="noopener">l</a></p>' +
      '<ul><li><p>one</p></li></ul><ol start="3"><li><p>two</p></li></ol>' +
      "<blockquote><p>said</p></blockquote><hr/>",
  )
})

const cell = (words: string, type = "tableCell", attrs = {}) => ({ type, attrs, content: [text(words)] })
const row = (...content: unknown[]) => ({ type: "tableRow", content })
const hours = {
  type: "table",
  content: [
    row(cell("Day", "tableHeader"), cell("Opens", "tableHeader")),
    row(cell("Monday", "tableHeader"), cell("9.30", "tableCell", { rowspan: 2 })),
  ],
}

test("a table says what its heads are for, and scrolls in a box that has the focus and a name", () => {
  const table =
    '<table><thead><tr><th scope="col">Day</th><th scope="col">Opens</th></tr></thead>' +
    '<tbody><tr><th scope="row">Monday</th><td rowspan="2">9.30</td></tr></tbody></table>'
  expect(html(hours)).toBe(
    `<section class="table-box" aria-label="Table: Day, Opens" tabindex="0">${table}</section>`,
  )
  const feed = richTextHtml({ type: "doc", content: [hours] }, figure, { apart: true }).toString()
  expect(feed.replaceAll(' dir="auto"', "")).toBe(table)
  expect(html({ type: "table", content: [row()] }, { type: "table" })).toBe("")
})

test("footnotes are numbered as they come, and lead to their words and back", () => {
  const footnote = (words: string) => ({ type: "footnote", attrs: { text: words } })
  expect(
    html(
      p(text("One"), footnote("See https://example.org/a."), text(", two"), footnote("<b>")),
      p(footnote(" ")),
    ),
  ).toBe(
    '<p>One<sup class="note-mark"><a href="#note-1" id="note-mark-1" aria-label="Note 1">1</a></sup>, two' +
      '<sup class="note-mark"><a href="#note-2" id="note-mark-2" aria-label="Note 2">2</a></sup></p>' +
      '<section class="notes" aria-label="Notes"><ol>' +
      '<li id="note-1">See <a href="https://example.org/a" rel="noopener">https://example.org/a</a>. <a href="#note-mark-1" aria-label="Back to the text">↩</a></li>' +
      '<li id="note-2">&lt;b&gt; <a href="#note-mark-2" aria-label="Back to the text">↩</a></li></ol></section>',
  )
})

test("boxes, code and quotations with their source are what they are without a style sheet", () => {
  const quotation = {
    type: "blockquote",
    content: [p(text("We saw it.")), { type: "attribution", content: [text("Ada")] }],
  }
  expect(
    html(
      quotation,
      { type: "pullQuote", content: [text("Large")] },
      { type: "question", content: [text("Why?")] },
      { type: "notice", content: [p(text("Moved."))] },
      { type: "keyPoints", content: [p(text("One."))] },
      { type: "codeBlock", content: [text("a < b\n  c", [{ type: "bold" }])] },
      { type: "notice" },
      { type: "keyPoints", content: [] },
    ),
  ).toBe(
    '<figure class="quotation"><blockquote><p>We saw it.</p></blockquote><figcaption>Ada</figcaption></figure>' +
      '<blockquote class="pull-quote"><p>Large</p></blockquote><p class="question"><strong>Why?</strong></p>' +
      '<div class="notice" role="note"><p>Moved.</p></div>' +
      '<div class="key-points" role="note" aria-label="Key points"><p>One.</p></div>' +
      '<pre dir="ltr"><code>a &lt; b\n  c</code></pre>',
  )
})

const scripts = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "jAvAsCrIpT:alert(1)",
  " javascript:alert(1)",
  "\tjavascript:alert(1)",
  "\njavascript:alert(1)",
  "\u0000javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "\u00a0javascript:alert(1)",
  "\ufeffjavascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java\r\nscript:alert(1)",
  "javascript\t:alert(1)",
  "javascript:\nalert(1)",
  "javascript://example.org/%0aalert(1)",
  "javascript:https://example.org",
  "javascript&colon;alert(1)",
  "&#106;avascript:alert(1)",
  "%6aavascript:alert(1)",
  "ｊavascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "DATA:text/html;base64,PHNjcmlwdD4=",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "view-source:https://example.org",
  "ftp://example.org",
  "feed:javascript:alert(1)",
]

test("no spelling of a link runs a script or opens a file", () => {
  for (const href of scripts) {
    const shown = html(p(text("click", [{ type: "link", attrs: { href } }])))
    const [, to = ""] = /href="([^"]*)"/.exec(shown) ?? []
    expect(to === "" || /^(https?:\/\/|mailto:)/.test(to), `${JSON.stringify(href)} became ${to}`).toBe(true)
    expect(shown).toContain("click")
  }
})

test("a path stays on this site, and only other sites are marked as such", () => {
  expect(safeLink("/posts/a")).toBe("http://localhost:3000/posts/a")
  const link = p(text("x", [{ type: "link", attrs: { href: "/posts/a?b#c" } }]))
  expect(html(link)).toBe('<p><a href="/posts/a?b#c">x</a></p>')
  expect(richTextHtml({ type: "doc", content: [link] }, figure, { apart: true }).toString()).toContain(
    'href="http://localhost:3000/posts/a?b#c"',
  )
  // An editor that opens a text keeps it, so that the text can move with its site.
  expect(readRichText({ type: "doc", content: [link] }).content).toEqual([link])
  for (const href of ["//evil.example/", "/\\evil.example/", "/\t/evil.example"])
    expect(html(p(text("x", [{ type: "link", attrs: { href } }]))), href).toContain(
      'href="http://evil.example/',
    )
  expect(html(p(text("x", [{ type: "link", attrs: { href: "//evil.example/" } }])))).toContain("noopener")
})

test("words of unknown parts are kept, and their markup is not", () => {
  const shown = html(
    { type: "iframe", attrs: { src: "https://evil.example" }, content: [text("<script>alert(1)</script>")] },
    { type: "constructor", content: [p(text("built"))] },
    { type: "__proto__", content: [text("in")] },
    p({ type: "mention", content: [text("@name")] }, text("x", [{ type: "toString" }, { type: "onclick" }])),
  )
  expect(shown).toBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>built</p><p>in</p><p>@namex</p>")
})

test("parts in the wrong place are put in a right one", () => {
  const shown = html(
    text("loose"),
    { type: "listItem", content: [p(text("stray"))] },
    { type: "bulletList", content: [text("bare"), { type: "heading", content: [text("h")] }] },
    { type: "heading", attrs: { level: 1 }, content: [text("one")] },
    { type: "heading", attrs: { level: "9" }, content: [p(text("nested"))] },
    p(),
    { type: "blockquote" },
  )
  expect(shown).toBe(
    "<p>loose</p><p>stray</p><ul><li><p>bare</p></li><li><h2>h</h2></li></ul><h2>one</h2><h2>nested</h2>",
  )
})

test("a thousand levels of nesting are shown as their words", () => {
  for (const type of ["blockquote", "bulletList", "unknown", "paragraph", "listItem"]) {
    let deep: unknown = p(text("at the bottom"))
    for (let i = 0; i < 1000; i++) deep = { type, content: [deep] }
    expect(html(deep)).toContain("at the bottom")
    expect(plainText({ type: "doc", content: [deep] })).toBe("at the bottom")
  }
})

test("nothing that could be stored makes a page fail", () => {
  const kinds = fc.constantFrom("doc", "paragraph", "heading", "text", "bulletList", "listItem", "link", "x")
  const { node } = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(kinds, fc.anything()),
        text: fc.oneof(fc.string(), fc.anything()),
        attrs: fc.oneof(fc.record({ level: fc.anything(), href: fc.anything() }), fc.anything()),
        marks: fc.oneof(
          fc.array(fc.record({ type: fc.oneof(kinds, fc.anything()), attrs: fc.anything() })),
          fc.anything(),
        ),
        content: fc.oneof(fc.array(tie("node"), { maxLength: 4 }), fc.anything()),
      },
      { requiredKeys: [] },
    ),
  }))
  fc.assert(
    fc.property(fc.oneof(node, fc.anything()), (body) => {
      richTextHtml(body, figure)
      excerpt(plainText(body))
    }),
    { numRuns: 300 },
  )
})

test("an excerpt ends between words and never inside a letter", () => {
  expect(excerpt("One two three four", 12)).toBe("One two…")
  expect(excerpt("short")).toBe("short")
  expect(excerpt("a".repeat(300), 20)).toBe(`${"a".repeat(19)}…`)
  for (let length = 10; length < 30; length++) {
    expect(() => encodeURIComponent(excerpt("👩‍👧".repeat(100), length))).not.toThrow()
  }
})

test("what shows nothing reaches no reader: headings, quotations, boxes and tables without words, and links without a name", () => {
  const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, marks })
  const link = { type: "link", attrs: { href: "/about" } }
  const line = (type: string, ...content: object[]) => ({ type, attrs: { level: 2 }, content })
  const row = {
    type: "tableRow",
    content: [{ type: "tableHeader" }, { type: "tableCell", content: [text(" ")] }],
  }
  const content = [
    line("heading", { type: "hardBreak" }),
    line("heading", text(" ")),
    line("pullQuote", { type: "hardBreak" }),
    line("question", text("\u200b")),
    line("bulletList", { type: "listItem", content: [line("paragraph")] }),
    line("keyPoints", { type: "horizontalRule" }),
    line("table", row),
  ]
  expect(readRichText({ type: "doc", content }).content).toEqual([])

  const attribution = line("attribution", text("Ada"))
  const rest = [
    line("blockquote", line("paragraph"), attribution),
    line("paragraph", text("a"), text(" ", link), text("b")),
  ]
  expect(readRichText({ type: "doc", content: rest }).content).toMatchObject([
    { type: "paragraph", content: [{ text: "Ada" }] },
    { type: "paragraph", content: [{ text: "a" }, { text: " ", marks: [] }, { text: "b" }] },
  ])
})
