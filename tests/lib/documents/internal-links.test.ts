import { expect, test } from "vitest"
import { internalLink } from "@/lib/documents/internal-links"

test.each([
  ["/posts/a", { kind: "post", slug: "a" }],
  ["/authors/ben#top", { kind: "author", slug: "ben" }],
  ["/tags", { kind: "closed" }],
  ["/desk/posts/1", { kind: "closed" }],
  ["/about/team?from=menu", { kind: "page", slug: "about/team" }],
  ["/archive/2026", null],
  // Names that every object of JavaScript has.
  ["/constructor/foo", { kind: "page", slug: "constructor/foo" }],
  ["/toString", { kind: "page", slug: "toString" }],
  ["/hasOwnProperty/x", { kind: "page", slug: "hasOwnProperty/x" }],
])("a link to %s is looked up where it leads", (path, link) => {
  expect(internalLink(path)).toEqual(link)
})
