import { expect, test } from "vitest"
import { feedFigure, pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { parseDocument } from "@/lib/documents/document-schema"
import { picturesIn } from "@/lib/documents/pictures"
import { plainText } from "@/lib/documents/rich-text"

const words = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const picture = (mediaId: number, attrs: object = {}) => ({
  type: "picture",
  attrs: { mediaId, alt: "A field", caption: "", size: "normal", decorative: false, ...attrs },
})
const doc = (...content: object[]) => ({ type: "doc", content })
const parsed = (...content: object[]) => parseDocument(JSON.stringify(doc(...content)))

const held = {
  folder: "/media/abcdefghijklmnopqrstuvwxyz",
  width: 1200,
  height: 800,
  color: "#336699",
  files: [
    { format: "jpeg" as const, width: 960, height: 640, bytes: 9, name: "960-00000000.jpg" },
    { format: "avif" as const, width: 960, height: 640, bytes: 9, name: "960-00000001.avif" },
  ],
  focusX: 500,
  focusY: 500,
  alt: "The library's own",
  caption: "The library's own",
  credit: "Ada <Obi>",
}
const page = (...content: object[]) =>
  richTextHtml(doc(...content), pageFigure({ 7: held, 8: held })).toString()

test("a picture's words are cleaned like others, and what nobody asked for is dropped", () => {
  const sent = picture(7, { alt: "  A\u0000 field\n", size: "huge", onclick: "alert(1)" })
  expect(parsed(sent)).toEqual({
    ok: true,
    document: doc({
      type: "picture",
      attrs: { mediaId: 7, alt: "A field", caption: "", decorative: false, size: "normal" },
    }),
  })
})

test.each([
  ["no picture", picture(0)],
  ["half a picture", picture(1.5)],
  ["a name", picture("7" as unknown as number)],
  ["one within a list", { type: "bulletList", content: [{ type: "listItem", content: [picture(7)] }] }],
  ["one within a quotation", { type: "blockquote", content: [picture(7)] }],
  ["a paragraph in a gallery", { type: "gallery", content: [words("a")] }],
  ["an alt text without end", picture(7, { alt: "a".repeat(501) })],
])("a text with %s is refused with a sentence", (_, node) => {
  expect(parsed(node)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
})

test("a gallery of thirteen is refused with how many it can hold", () => {
  const content = Array.from({ length: 13 }, () => picture(7))
  expect(parsed({ type: "gallery", content })).toEqual({
    ok: false,
    message: "A gallery holds 12 pictures at most. Take some of them out.",
  })
})

test("a story uses each picture of its text, those of galleries too", () => {
  const body = doc(words("a"), picture(3), { type: "gallery", content: [picture(5), picture(4)] })
  expect(picturesIn(body).map(({ mediaId }) => mediaId)).toEqual([3, 5, 4])
  for (const odd of [null, 1, [], { content: 1 }, { content: [null, { type: "picture" }] }])
    expect(picturesIn(odd)).toEqual([])
})

test("a reader gets the picture in its size, with what it shows, its caption and whom to credit", () => {
  const shown = page(picture(7, { caption: 'Under "blue"', size: "wide" }))
  expect(shown).toContain('<figure class="figure figure-wide">')
  expect(shown).toContain('alt="A field"')
  expect(shown).toContain('width="1200" height="800"')
  expect(shown).toContain(
    'Under &quot;blue&quot; · <bdi class="picture-credit">Ada &lt;Obi&gt;</bdi></figcaption>',
  )
  expect(shown).toContain("/media/abcdefghijklmnopqrstuvwxyz/960-00000001.avif 960w")
})

test("a decorative picture is silent for a screen reader", () => {
  expect(page(picture(7, { decorative: true }))).toContain('alt=""')
})

test("several pictures stand side by side, and a gallery of one is that picture", () => {
  expect(page({ type: "gallery", content: [picture(7), picture(8)] })).toMatch(
    /^<div class="gallery"><figure>.*<\/figure><figure>.*<\/figure><\/div>$/,
  )
  expect(page({ type: "gallery", content: [picture(7)] })).toMatch(/^<figure class="figure figure-normal">/)
})

test("a picture that the library has no longer leaves no gap and no words", () => {
  expect(page(words("a"), picture(9), words("b"))).toBe("<p>a</p><p>b</p>")
  expect(plainText(doc(words("a"), picture(7), words("b")))).toBe("a b")
})

test("a feed carries one file with its whole address", () => {
  const feed = richTextHtml(doc(picture(7)), feedFigure({ 7: held }, "https://paper.example"), {
    apart: true,
  }).toString()
  expect(feed).toContain('src="https://paper.example/media/abcdefghijklmnopqrstuvwxyz/960-00000000.jpg"')
  expect(feed).not.toContain("srcset")
  expect(feed).toContain(
    '<figcaption class="picture-caption" dir="auto"><bdi class="picture-credit">Ada &lt;Obi&gt;</bdi></figcaption>',
  )
})

test("a story holds two hundred pictures, and whoever puts more into it is told before anything is saved", () => {
  const many = (count: number) => Array.from({ length: count }, () => picture(7))
  expect(parsed(...many(200)).ok).toBe(true)
  expect(parsed(...many(201))).toMatchObject({ ok: false, message: expect.stringContaining("200 pictures") })
  const gallery = { type: "gallery", content: many(12) }
  expect(parsed(...Array.from({ length: 17 }, () => gallery)).ok).toBe(false)
})
