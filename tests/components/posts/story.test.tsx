import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Story } from "@/components/posts/story"
import type { StoryByline } from "@/lib/posts/bylines"

const ada: StoryByline = {
  id: 1,
  part: "words",
  slug: "ada",
  name: "Ada",
  kind: "person",
  title: "",
  bio: "Ada keeps the minutes.",
  pronouns: "",
  pronunciation: "",
  links: [],
  picture: "",
  portrait: null,
}

const post = {
  id: 1,
  slug: "a-story",
  title: "A story",
  standfirst: "",
  lead: null,
  picture: "",
  pictureAlt: "",
  pictures: {},
  publishedAt: new Date("2026-05-10T08:05:00Z"),
  updatedAt: new Date("2026-05-10T08:05:00Z"),
  corrections: [],
  tags: [],
  bylines: [ada],
}

function render(...paragraphs: string[]): string {
  const content = paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
  const body = { type: "doc", content }
  return renderToStaticMarkup(<Story post={{ ...post, body }} locale={{ language: "en", timeZone: "UTC" }} />)
}

test("an Arabic story of an English publication runs from the right, and the English around its names from the left", () => {
  const author = { ...ada, bio: "Covers the council." }
  const story = { ...post, title: "قصة قصيرة", bylines: [author], body: { type: "doc", content: [] } }
  const html = (language: string) =>
    renderToStaticMarkup(<Story post={story} locale={{ language, timeZone: "UTC" }} reportUrl="/r" />)
  expect(html("en")).toContain('<article class="story" dir="rtl">')
  for (const part of [
    /<div dir="ltr"><p>/,
    /class="story-report" dir="ltr"/,
    /<div dir="ltr"><h2 id="author-/,
  ])
    expect(html("en")).toMatch(part)
  expect(html("ar")).not.toContain('dir="ltr"')
})

const long = "The pump on the corner was painted green when the street was built. ".repeat(4)

test("a story that opens with a long paragraph begins with a large letter", () => {
  expect(render(long)).toContain("prose opening")
})

test.each([
  ["is one line long", "It rained.", long],
  ["begins with a quotation mark", `“${long}”`, long],
  ["is in a joined script", "كان المطر ينزل على المدينة. ".repeat(12), long],
])("a story whose first paragraph %s has no large letter, and no hole beside it", (_, ...paragraphs) => {
  expect(render(...paragraphs)).not.toContain("prose opening")
})

test("a story shows its author's portrait, and their first letter while there is none or its files are not made yet", () => {
  const file = { format: "jpeg" as const, width: 96, height: 96, bytes: 900, name: "96-0a1b2c3d.jpg" }
  const words = { alt: "A face", caption: "", credit: "" }
  const look = { width: 96, height: 96, color: "#336699", focusX: 500, focusY: 500 }
  const portrait = { folder: "/media/k", ...look, ...words, files: [file] }
  const body = { type: "doc", content: [] }
  const shown = (of: typeof portrait | null) =>
    renderToStaticMarkup(
      <Story
        post={{ ...post, body, bylines: [{ ...ada, portrait: of }] }}
        locale={{ language: "en", timeZone: "UTC" }}
      />,
    )
  expect(shown(portrait).match(/src="\/media\/k\/96-0a1b2c3d.jpg"/g)).toHaveLength(2)
  expect(shown(portrait)).not.toContain("A face")
  for (const none of [null, { ...portrait, files: [] }]) {
    expect(shown(none).match(/aria-hidden="true">A</g)).toHaveLength(2)
    expect(shown(none)).not.toContain("<img")
  }
})

function renderBylines(bylines: StoryByline[]): string {
  const body = { type: "doc", content: [] }
  const locale = { language: "en", timeZone: "UTC" }
  return renderToStaticMarkup(<Story post={{ ...post, body, bylines }} locale={locale} />)
}

test("the end of a story repeats nobody of whom no more is known than the name", () => {
  const guest = { ...ada, id: 2, slug: "guest", name: "A guest", bio: "" }
  const html = renderBylines([ada, guest])
  expect(html.match(/class="author-box"/g)).toHaveLength(1)
  expect(html).not.toContain("author-guest")
  for (const known of [{ title: "Poet" }, { pronouns: "she/her" }, { links: ["https://guest.example/"] }])
    expect(renderBylines([{ ...guest, ...known }])).toContain("author-guest")
})

test("of two authors whose names run in two directions each name keeps its own", () => {
  const html = renderBylines([ada, { ...ada, id: 2, slug: "layla", name: "ليلى" }])
  for (const name of ["Ada", "ليلى"]) expect(html).toMatch(new RegExp(`<a [^>]*dir="auto"[^>]*>${name}</a>`))
})

test("a story's day is that of the publication's clocks, whose zone goes without saying", () => {
  const publishedAt = new Date("2026-05-10T23:30:00Z")
  const body = { type: "doc", content: [] }
  const shown = (timeZone: string) =>
    renderToStaticMarkup(
      <Story
        post={{ ...post, body, publishedAt, updatedAt: publishedAt }}
        locale={{ language: "en", timeZone }}
      />,
    )
  expect(shown("Europe/London")).toContain(">11 May 2026</time>")
  expect(shown("America/New_York")).toContain(">10 May 2026</time>")
  for (const zone of ["Europe/London", "America/New_York"])
    expect(shown(zone)).not.toMatch(/Europe|London|America|New.York|BST|GMT|UTC|EDT/)
})
