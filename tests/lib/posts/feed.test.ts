import { SaxesParser } from "saxes"
import { expect, test } from "vitest"
import { jsonFeed, rssFeed } from "@/lib/posts/feed"
import { sitemap, sitemapIndex } from "@/lib/posts/sitemap"
import { asTitle } from "@/lib/text/rss"

const naughty = [
  "Fish & chips <b>tonight</b>",
  "]]> is how a CDATA section ends ]]>]]>",
  "<script>alert(1)</script>",
  "&amp; &lt; &#x26; &nope;",
  "\u0000\u0001\u0008\u000b\u001f\ufffe\uffff control",
  "\"quotes\" and 'apostrophes'",
  "<!-- --> <?xml ?> <![CDATA[",
  "שלום \u202e right to left",
  "👩‍👧 family",
]

const facts = {
  title: naughty.join(" "),
  description: naughty.join(" "),
  language: "en",
  siteUrl: "https://example.org/a&b",
  page: "/",
  feed: "/feed.xml",
}

const stories = naughty.map((words, i) => ({
  id: i + 1,
  slug: `story-${i}`,
  title: words,
  standfirst: words,
  body: { type: "doc" },
  html: `<p>${words}</p>`,
  publishedAt: new Date("2026-03-01T10:00:00Z"),
  updatedAt: new Date("2026-03-02T10:00:00Z"),
  bylines: [{ name: words, slug: "someone", part: "words" as const }],
  tags: [{ name: words }],
}))

test("a feed of naughty titles is XML, and says what they said", () => {
  const xml = rssFeed(facts, stories)
  const titles = textsOf(xml, "title").slice(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold
  expect(titles).toEqual(naughty.map((words) => asTitle(words.replace(/[\u0000-\u001f\ufffe\uffff]/g, ""))))
  expect(textsOf(xml, "guid")).toEqual(stories.map(({ id }) => `tag:example.org,2026:post/${id}`))
  expect(textsOf(xml, "pubDate")[0]).toBe("Sun, 01 Mar 2026 10:00:00 GMT")
})

test("a feed reader knows a story again after its address and title have changed", () => {
  const moved = stories.map((story) => ({ ...story, slug: "elsewhere", title: "Other" }))
  expect(textsOf(rssFeed(facts, moved), "guid")).toEqual(textsOf(rssFeed(facts, stories), "guid"))
})

test("a feed reader knows a story again after the site has moved", () => {
  const moved = (site: string) => ({ ...facts, siteUrl: site, authority: "first.example" })
  for (const site of ["https://other.example", "http://localhost:4000", "https://first.example/below"]) {
    expect(textsOf(rssFeed(moved(site), stories), "guid")[0]).toBe("tag:first.example,2026:post/1")
    expect(JSON.parse(jsonFeed({ ...moved(site), feed: "/feed.json" }, stories)).items[0].id).toBe(
      "tag:first.example,2026:post/1",
    )
  }
})

test("the same stories give the same feed at any time", () => {
  expect(rssFeed(facts, stories)).toBe(rssFeed(facts, stories))
  expect(textsOf(rssFeed(facts, stories), "lastBuildDate")).toEqual(["Mon, 02 Mar 2026 10:00:00 GMT"])
  expect(textsOf(rssFeed(facts, []), "lastBuildDate")).toEqual([])
})

test("the JSON feed holds the same stories", () => {
  const feed = JSON.parse(jsonFeed({ ...facts, feed: "/feed.json" }, stories))
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1")
  expect(feed.items.map((item: { title: string }) => item.title)).toEqual(naughty)
})

test("the JSON feed names both authors of a story in order, and who is named for two parts once", () => {
  const bylines = [
    { name: "Gil", slug: "gil", part: "photographs" as const },
    { name: "Wren", slug: "wren", part: "words" as const },
    { name: "Ana", slug: "ana", part: "words" as const },
    { name: "Wren", slug: "wren", part: "photographs" as const },
  ]
  const named = stories.slice(0, 1).map((story) => ({ ...story, bylines }))
  const { items } = JSON.parse(jsonFeed({ ...facts, feed: "/feed.json" }, named))
  // Those who wrote it come first.
  expect(items[0].authors).toEqual([
    { name: "Wren", url: "https://example.org/a&b/authors/wren" },
    { name: "Ana", url: "https://example.org/a&b/authors/ana" },
    { name: "Gil", url: "https://example.org/a&b/authors/gil" },
  ])
})

test("sitemaps are XML, also on an address that needs escaping", () => {
  const changed = new Date("2026-03-02T10:00:00Z")
  const xml = sitemap("https://example.org/?a&b=<", [{ path: "/" }, { path: "/posts/x", changed }])
  expect(textsOf(xml, "loc")).toEqual(["https://example.org/?a&b=</", "https://example.org/?a&b=</posts/x"])
  expect(textsOf(xml, "lastmod")).toEqual(["2026-03-02T10:00:00.000Z"])
  expect(textsOf(sitemapIndex("https://example.org", ["/sitemap/0.xml"]), "loc")).toHaveLength(1)
})

/** The texts of all elements of a name, by a parser that refuses what is not well-formed. */
function textsOf(xml: string, name: string): string[] {
  const found: string[] = []
  let inside: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", () => {
    inside = []
  })
  parser.on("text", (text) => inside.push(text))
  parser.on("cdata", (text) => inside.push(text))
  parser.on("closetag", (tag) => {
    if (tag.name === name) found.push(inside.join(""))
  })
  parser.write(xml).close()
  return found
}
