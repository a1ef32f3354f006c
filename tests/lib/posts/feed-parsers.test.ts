// @vitest-environment jsdom
import fc from "fast-check"
import { parseFeed as parseWithFeedsmith } from "feedsmith"
import RssParser from "rss-parser"
import { describe, expect, test } from "vitest"
import { commentFeedHtml } from "@/components/comments/comment-html"
import { feedHtml } from "@/components/posts/feed-html"
import { commentFeed } from "@/lib/comments/thread/feed"
import type { Picture } from "@/lib/media/types"
import { jsonFeed, rssFeed } from "@/lib/posts/feed"
import { excerpt } from "@/lib/text/excerpt"
import { oneLine } from "@/lib/text/storable"
import { cleanText } from "@/lib/text/typed-text"

const facts = {
  title: "P",
  description: "",
  language: "en",
  siteUrl: "https://example.org",
  page: "/",
  feed: "/feed.xml",
}
const at = new Date("2026-03-01T10:00:00Z")

type Story = { title: string; standfirst: string } & Partial<Parameters<typeof feedHtml>[0]> & {
    updatedAt?: Date
  }

function stories(list: Story[]) {
  return list.map((story, index) => {
    const post = {
      body: { type: "doc" },
      picture: "",
      pictureAlt: "",
      pictures: {},
      lead: null,
      publishedAt: at,
      updatedAt: at,
      corrections: [],
      ...story,
    }
    const html = feedHtml(post, facts.siteUrl)
    const bylines = [{ name: "A", slug: "a", part: "words" as const }]
    return { ...post, id: index + 1, slug: `s-${index}`, bylines, tags: [], html }
  })
}

function comments(bodies: string[], name = "Ada", title = "A story") {
  return bodies.map((body, index) => {
    const id = index + 1
    return {
      id,
      name,
      body,
      title,
      createdAt: at,
      permalink: `/posts/a#comment-${id}`,
      html: commentFeedHtml(body),
    }
  })
}

type Item = { title: string; description: string; content: string }

/** What two readers, by other people and of one another's making not, find in a feed. */
async function readers(xml: string): Promise<Item[][]> {
  const parsed = parseWithFeedsmith(xml)
  if (parsed.format !== "rss") throw new Error("This is no RSS.")
  const one = (parsed.feed.items ?? []).map(({ title, description, content }) => ({
    title: String(title ?? ""),
    description: description ?? "",
    content: content?.encoded ?? "",
  }))
  const { items } = await new RssParser<object, { description: string; "content:encoded": string }>({
    customFields: { item: ["description"] },
  }).parseString(xml)
  const other = items.map((item) => ({
    title: item.title ?? "",
    description: item.description ?? "",
    content: item["content:encoded"] ?? "",
  }))
  return [one, other]
}

/** The words of a piece of HTML, as a browser reads it. */
function wordsOf(html: string): string {
  return bodyOf(html).textContent ?? ""
}

function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<body>${html}`, "text/html").body
}

const signs = [
  ..."<>&\"'`*_~#;:/!?-=()[]{}|\\%$§ ",
  "<head>",
  "</p>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?xml",
  "&amp;",
  "&lt",
  "&#60;",
  "&notin",
  "AT&T",
  "1 < 2",
  "a<b>c</b>",
  "https://example.org/z?a=1&b=2",
  "<https://example.org/>",
  "🎉",
  "👩‍👧",
  "é",
  "e\u0301",
  "ß",
  "ى",
  "שלום",
  "你好",
  "\u00a0",
  "\u202f",
  "\n",
  "\t",
]
const typed = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...signs) },
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(""))

const generated = fc.sample(fc.tuple(typed, typed, typed), { numRuns: 500, seed: 11 })
const squeezed = (text: string) => text.replace(/\s+/g, " ").trim()

test("500 titles and standfirsts come back from two feed readers as they were typed", async () => {
  const list = generated.map(([title, standfirst]) => ({
    title: oneLine(title) || "x",
    standfirst: oneLine(standfirst) || "x",
  }))
  for (const items of await readers(rssFeed(facts, stories(list)))) {
    expect(items.map(({ title }) => wordsOf(title).trim())).toEqual(list.map(({ title }) => title.trim()))
    expect(items.map(({ description }) => wordsOf(description).trim())).toEqual(
      list.map(({ standfirst }) => standfirst.trim()),
    )
  }
  const json = JSON.parse(jsonFeed({ ...facts, feed: "/feed.json" }, stories(list))).items
  expect(json.map((item: Story & { summary: string }) => [item.title, item.summary])).toEqual(
    list.map(({ title, standfirst }) => [title, standfirst]),
  )
})

test("500 comments come back from two feed readers as they were typed", async () => {
  const bodies = generated.map(([, , body]) => cleanText(body) || "x")
  for (const items of await readers(commentFeed(facts, comments(bodies)))) {
    expect(items.map(({ description }) => squeezed(wordsOf(description)))).toEqual(
      bodies.map((body) => squeezed(excerpt(body))),
    )
    expect(items.map(({ content }) => squeezed(linesOf(content)))).toEqual(bodies.map(squeezed))
  }
})

function linesOf(html: string): string {
  return wordsOf(html.replaceAll("<br/>", "\n").replaceAll("</p>", "</p>\n"))
}

test.each([
  "The <head> of AT&T says 1 < 2",
  "1 < 2 and a<b>c</b> … <https://example.org/z?a=1&b=2>",
  "&lt;b&gt; is how <b> is written &amp;c.",
  "<!-- note --> <script>alert(1)</script>",
  "Tom &amp Jerry &copy 2026",
])("“%s” is what every feed's description says", async (words) => {
  const feeds = [
    rssFeed(facts, stories([{ title: words, standfirst: words }])),
    commentFeed(facts, comments([words])),
  ]
  for (const xml of feeds) {
    for (const [item] of await readers(xml)) expect(wordsOf(item?.description ?? "")).toBe(words)
  }
})

test("a title that no reader can misread is written once, for those that take it for text", async () => {
  for (const title of ["Q&A: AT&T", "1 < 2", "a > b", "Fish & chips", "<3"]) {
    for (const [item] of await readers(rssFeed(facts, stories([{ title, standfirst: "x" }]))))
      expect(item?.title).toBe(title)
  }
})

describe("a story with a lead picture begins with the picture, and with nothing before it", () => {
  const lead: Picture = {
    folder: "/media/abcdefghijklmnopqrstuvwxyz",
    width: 1200,
    height: 800,
    color: "#336699",
    files: [{ format: "jpeg", width: 960, height: 640, bytes: 9, name: "960-00000000.jpg" }],
    focusX: 500,
    focusY: 500,
    alt: "",
    caption: "",
    credit: "",
  }
  const correction = { id: 1, kind: "correction", place: "top", body: "It was six.", createdAt: "" } as const
  const picture = { type: "picture", attrs: { media: 1 } }

  test.each<[string, Partial<Story>, RegExp]>([
    [
      "of an address",
      { picture: "/demo/a.webp" },
      /^<img src="https:\/\/example\.org\/demo\/a\.webp" alt=""\/>/,
    ],
    ["of the library", { lead }, /^<figure><img src="https:\/\/example\.org\/media\//],
    ["with words of its own", { lead: { ...lead, caption: "The quay", credit: "Ada" } }, /^<figure><img /],
    ["above a correction", { lead, corrections: [correction] }, /^<figure><img /],
    [
      "above another picture",
      { lead, body: { type: "doc", content: [picture] }, pictures: { 1: lead } },
      /^<figure><img /,
    ],
  ])("%s", async (_, fields, beginning) => {
    const list = stories([{ title: "T", standfirst: "S", ...fields }])
    const xml = rssFeed(facts, list)
    for (const [item] of await readers(xml)) expect(item?.content).toMatch(beginning)
    const [item] = JSON.parse(jsonFeed({ ...facts, feed: "/feed.json" }, list)).items
    expect(item.content_html).toMatch(beginning)
    expect(xml + item.content_html).not.toMatch(/preload|<link rel/)
  })
})

describe("lines of a comment stay lines", () => {
  test.each([
    [
      "first line\nsecond line\n\nafter a blank line",
      '<p dir="auto">first line<br/>second line</p><p dir="auto">after a blank line</p>',
    ],
    ["a\n\n\n\nb", '<p dir="auto">a</p><p dir="auto">b</p>'],
    ["a\n<br>\nb", '<p dir="auto">a<br/>&lt;br&gt;<br/>b</p>'],
    ["    indented\n  less", '<p dir="auto">\u00a0\u00a0\u00a0\u00a0indented<br/>\u00a0\u00a0less</p>'],
    [
      "see\nhttps://example.org/x",
      '<p dir="auto">see<br/><a href="https://example.org/x" rel="nofollow ugc noopener">https://example.org/x</a></p>',
    ],
  ])("%j", (body, html) => expect(commentFeedHtml(body)).toBe(html))
})

test("an Arabic block says that it runs from the right, as every block does", () => {
  const p = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
  const item = { type: "listItem", content: [p("بند")] }
  const content = [
    p("فقرة"),
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "عنوان" }] },
    { type: "bulletList", content: [item] },
    { type: "orderedList", attrs: { start: 3 }, content: [item] },
    { type: "blockquote", content: [p("اقتباس")] },
  ]
  const [story] = stories([{ title: "T", standfirst: "S", body: { type: "doc", content } }])
  const body = bodyOf(story?.html ?? "")
  expect(
    [...body.querySelectorAll("p, h2, ul, ol, li, blockquote")].filter(
      (block) => block.getAttribute("dir") !== "auto",
    ),
  ).toEqual([])
  expect(body.querySelectorAll('[dir="auto"]')).toHaveLength(10)
})
