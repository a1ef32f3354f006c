import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { LeadPost } from "@/components/posts/lead-post"
import { PostCard } from "@/components/posts/post-card"

const file = { format: "jpeg" as const, width: 960, height: 640, bytes: 9000, name: "960-0a1b2c3d.jpg" }
const look = { width: 960, height: 640, color: "#336699", focusX: 500, focusY: 500 }
const words = { alt: "A bridge", caption: "The old bridge in May", credit: "Photograph: Mina Sato" }
const lead = { folder: "/media/k", ...look, ...words, files: [file] }

const story = {
  id: 1,
  slug: "a-story",
  title: "A story",
  standfirst: "",
  lead,
  picture: "",
  pictureAlt: "",
  publishedAt: new Date("2026-05-10T08:05:00Z"),
  bylines: [],
  tags: [],
  commentCount: 0,
}
const locale = { language: "en", timeZone: "UTC" }

test("whoever made a picture is credited where lists show it large, and a thumbnail has no words of its own", () => {
  const opening = renderToStaticMarkup(<LeadPost post={story} locale={locale} />)
  const feature = renderToStaticMarkup(<PostCard post={story} locale={locale} look="feature" />)
  const line = renderToStaticMarkup(<PostCard post={story} locale={locale} look="line" />)
  for (const shown of [opening, feature])
    expect(shown).toMatch(/<figcaption[^>]*><bdi[^>]*>Photograph: Mina Sato<\/bdi><\/figcaption><\/figure>/)
  expect(line).toContain("/media/k/960-0a1b2c3d.jpg")
  expect(line).not.toContain("figcaption")
})

test("a picture that nobody is credited for has no empty line below it, and a story without one no frame", () => {
  const uncredited = { ...story, lead: { ...lead, credit: "" } }
  expect(renderToStaticMarkup(<LeadPost post={uncredited} locale={locale} />)).not.toContain("figcaption")
  const without = renderToStaticMarkup(
    <PostCard post={{ ...story, lead: null }} locale={locale} look="feature" />,
  )
  expect(without).not.toContain("figure")
})
