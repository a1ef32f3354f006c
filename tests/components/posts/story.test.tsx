import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Story } from "@/components/posts/story"

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
  tags: [],
  author: { slug: "ada", name: "Ada", title: "", bio: "", picture: "", portrait: null },
}

function render(...paragraphs: string[]): string {
  const content = paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
  const body = { type: "doc", content }
  return renderToStaticMarkup(<Story post={{ ...post, body }} locale={{ language: "en", timeZone: "UTC" }} />)
}

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
