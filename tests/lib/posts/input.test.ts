import { expect, test } from "vitest"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { jsonFeed, rssFeed } from "@/lib/posts/feed"
import { parsePost } from "@/lib/posts/input"

function titleOf(title: string, field: "title" | "standfirst" | "pictureAlt" = "title"): string {
  const form = new FormData()
  const fields = {
    title: "",
    standfirst: "",
    body: '{"type":"doc","content":[{"type":"paragraph"}]}',
    slug: "",
    tags: "",
  }
  const others = { bylines: "[]", picture: "", pictureAlt: "", commentMode: "" }
  for (const [name, value] of Object.entries({ ...fields, ...others, [field]: title }))
    form.append(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value[field]
}

const french = "Qui paie\u00a0? 10\u202f000\u00a0€\u202f!"

test.each([
  [french, french],
  ["«\u00a0Oui\u00a0»", "«\u00a0Oui\u00a0»"],
  ["5\u202fkm\u2009·\u20096\u00a0min", "5\u202fkm\u2009·\u20096\u00a0min"],
  ["two  ordinary\t\tblanks", "two ordinary blanks"],
  ["a line\r\nbreak\u2028and\u0085others", "a line break and others"],
  ["  edges \n", "edges"],
])("the headline %j keeps the blanks that hold words together, and folds the others", (typed, kept) => {
  for (const field of ["title", "standfirst", "pictureAlt"] as const) expect(titleOf(typed, field)).toBe(kept)
})

test.each(["Größe in Łódź", "İstanbul’da ığdır, Đà Nẵng", "ガギグゲゴ", "한국어", "Ἡ ἐφημερὶς"])(
  "the headline “%s” is stored composed, however it was copied",
  (title) => expect(titleOf(title.normalize("NFD"))).toBe(title.normalize("NFC")),
)

const story = {
  id: 1,
  slug: "a",
  title: french,
  standfirst: french,
  body: {},
  html: "",
  lead: null,
  picture: "",
  publishedAt: new Date(0),
  updatedAt: new Date(0),
  corrections: [],
  bylines: [{ slug: "w", name: "W", kind: "person" as const, part: "words" as const }],
  tags: [],
  comments: { count: 0, rows: [] },
}
const settings = { publicationName: "P", language: "fr" }

test("a French headline is the same in feeds and for search engines", () => {
  const facts = {
    title: "P",
    description: "",
    language: "fr",
    siteUrl: "https://example.org",
    page: "/",
    feed: "/feed.xml",
  }
  expect(rssFeed(facts, [story])).toContain(`<title>${french}</title>`)
  expect(JSON.parse(jsonFeed(facts, [story])).items[0].title).toBe(french)
  expect(articleFacts(story, settings)).toMatchObject({ headline: french, description: french })
})

test.each([
  ["word ".repeat(60).trim(), 110],
  ["長".repeat(300), 110],
  ["👩‍👧".repeat(60), 110],
])("search engines get a headline of %s letters cut to 110", (title, most) => {
  const { headline } = articleFacts({ ...story, title }, settings) as { headline: string }
  expect(headline.length).toBeLessThanOrEqual(most)
  expect(headline.length).toBeGreaterThan(most - 20)
  expect(headline).toMatch(/…$/)
  expect(headline.isWellFormed()).toBe(true)
})
