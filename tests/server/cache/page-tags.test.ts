import { describe, expect, test } from "vitest"
import { dependsOn, tagsOfDocument, tagsOfMissing, tagsOfPage } from "../../../server/cache/page-tags.ts"
import { findRoute } from "../../../server/edge/router.ts"

function tags(path: string): string[] {
  const route = findRoute(path)
  if (!route?.held) throw new Error(`${path} is not held`)
  return tagsOfPage(route, path)
}

describe("what a page depends on", () => {
  test.each([
    ["/posts/a", "post:a"],
    ["/posts/a", "thread:a"],
    ["/posts/a", "newsletter"],
    ["/posts/a/comments/2", "thread:a"],
    ["/posts/a", "form:a"],
    ["/posts/a/comments/2", "form:a"],
    ["/posts/a/reply/7", "form:a"],
    ["/posts/a/comments/feed.xml", "thread:a"],
    ["/posts/a/reply/7", "title:a"],
    ["/posts/a/reply/7", "comment:7"],
    ["/posts/a/report/7", "comment:7"],
    ["/posts/a/conversation/7", "conversation:7"],
    ["/posts/a/conversation/7/2", "conversation:7"],
    ["/comments/feed.xml", "thread:any"],
    ["/", "lists"],
    ["/", "card:any"],
    ["/archive", "lists"],
    ["/feed.xml", "lists"],
    ["/feed.json", "post:any"],
    ["/sitemap.xml", "post:any"],
    ["/sitemap/70.xml", "lists"],
    ["/authors/x", "list:/authors/x"],
    ["/authors/x", "author:x"],
    ["/posts/a", "author:any"],
    ["/", "front"],
    ["/icon.svg", "logo"],
    ["/favicon.ico", "logo"],
    ["/posts/a", "social"],
    ["/", "social"],
    ["/archive", "social"],
    ["/tags/x", "social"],
    ["/authors/x/feed.xml", "list:/authors/x"],
    ["/tags/x", "list:/tags/x"],
    ["/archive/2026/03", "list:/archive/2026/03"],
    ["/moderation", "report"],
    ["/moderation", "rules"],
    ["/posts/a", "rules"],
    ["/posts/a/comments/2", "rules"],
    ["/posts/a/reply/7", "rules"],
    ["/robots.txt", "everything"],
    ["/posts/a/comment/7", "comment:7"],
    ["/about", "page:about"],
    ["/about/us", "page:about/us"],
    ["/about", "frame"],
    ["/sitemap.xml", "pages"],
    ["/page-paths.txt", "pages"],
    ["/posts/a", "house-rules"],
    ["/posts/a/report/7", "house-rules"],
    ["/moderation", "house-rules"],
  ])("%s is another page after a change of %s", (url, changed) => {
    expect(dependsOn(tags(url), changed)).toBe(true)
  })

  test.each([
    ["/posts/a", "post:ab"],
    ["/authors/x", "author:xy"],
    ["/", "author:x"],
    ["/", "logo"],
    ["/posts/a", "logo"],
    ["/tags/news", "front"],
    ["/posts/a/conversation/7", "logo"],
    ["/posts/ab", "post:a"],
    ["/posts/a", "lists"],
    ["/posts/a", "card:a"],
    ["/posts/a/comments/feed.xml", "form:a"],
    ["/posts/a/report/7", "form:a"],
    ["/posts/a/reply/7", "post:a"],
    ["/comments/feed.xml", "post:any"],
    ["/posts/a/reply/7", "thread:a"],
    ["/posts/a/reply/7", "comment:70"],
    ["/", "thread:a"],
    ["/", "post:a"],
    ["/feed.xml", "card:a"],
    ["/feed.xml", "frame"],
    ["/authors/x", "list:/authors/y"],
    ["/authors/x", "list:/tags/x"],
    ["/moderation", "lists"],
    ["/about", "page:about/us"],
    ["/about/us", "page:about"],
    ["/about", "lists"],
    ["/about", "pages"],
    ["/", "pages"],
    ["/", "house-rules"],
  ])("%s stays after a change of %s", (url, changed) => {
    expect(dependsOn(tags(url), changed)).toBe(false)
  })
})

test("a rendered list depends on the stories that it shows and on no other", () => {
  const body = Buffer.from(
    '<a href="/posts/seven-legs">Seven</a> <a href="/posts/a-fair-2#comments">2 comments</a>',
  )
  expect(tagsOfDocument(["frame", "card:*"], body)).toEqual(["frame", "card:seven-legs", "card:a-fair-2"])
  const linked = Buffer.from(`${body}<a href="/authors/ada-obi">`)
  expect(tagsOfDocument(["author:*"], linked)).toEqual(["author:ada-obi"])
  expect(tagsOfDocument(["thread:*", "post:*"], body)).toEqual([
    "thread:*",
    "post:seven-legs",
    "post:a-fair-2",
  ])
  const long = Array.from({ length: 101 }, (_, n) => `<loc>https://example.org/posts/story-${n}</loc>`).join(
    "",
  )
  expect(tagsOfDocument(["lists", "post:*"], Buffer.from(long))).toEqual(["lists", "post:*"])
})

test("that there is no page at an address is forgotten when there can be one, and not because of what lists show", () => {
  const missing = tagsOfMissing(tags("/authors/ada"))
  expect(dependsOn(missing, "list:/authors/ada")).toBe(true)
  expect(dependsOn(missing, "card:any")).toBe(false)
  expect(dependsOn(tagsOfMissing(tags("/posts/a/comments/2")), "thread:a")).toBe(true)
  // Pages without a date name their former addresses themselves.
  expect(dependsOn(tagsOfMissing(tags("/about")), "page:about")).toBe(true)
  expect(dependsOn(tagsOfMissing(tags("/about")), "lists")).toBe(false)
  // A story that comes back under another address leads there from this one.
  expect(dependsOn(tagsOfMissing(tags("/posts/its-old-address")), "lists")).toBe(true)
})
