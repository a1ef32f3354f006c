import fc from "fast-check"

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
  content: fc.array(picture, { maxLength: 12 }),
})

const embed = fc.record({
  type: fc.constant("embed"),
  attrs: fc.record({
    url: fc.constantFrom(
      "https://youtu.be/dQw4w9WgXcQ?t=9",
      "https://vimeo.com/123456/abcdef12",
      "https://soundcloud.com/somebody/something",
      "https://www.openstreetmap.org/#map=12/51.5/-0.1",
      "https://elsewhere.example/",
    ),
    title: line,
    author: line,
  }),
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

/** A document of any nodes that the editor knows; not each is one that the site takes. */
export const anyDocument = fc.letrec((again) => ({
  doc: fc.record({
    type: fc.constant("doc"),
    content: fc.array(fc.oneof(again("block"), again("box"), picture, gallery, embed, table, boxLine), {
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
          fc.array(again("block"), { maxLength: 3 }),
          fc.array(fc.record({ type: fc.constant("attribution"), content: line4 }), { maxLength: 1 }),
        )
        .map(([words, source]) => [...words, ...source]),
    }),
    fc.record({
      type: fc.constantFrom("bulletList", "orderedList"),
      content: fc.array(again("item"), { maxLength: 3 }),
    }),
  ),
  box: fc.record({
    type: fc.constantFrom("notice", "keyPoints"),
    content: fc.array(again("block"), { maxLength: 3 }),
  }),
  item: fc.record({
    type: fc.constant("listItem"),
    content: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.tuple(paragraph, fc.array(again("block"), { maxLength: 2 })).map((all) => all.flat()),
      },
      fc.constant([]),
    ),
  }),
})).doc
