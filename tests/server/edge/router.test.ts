import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { routes } from "../../../app/routes.ts"
import { findRoute } from "../../../server/edge/router.ts"

const app = path.join(import.meta.dirname, "../../../app")

/** The patterns of all pages and route handlers, by their folders; a folder in brackets is a group and no part of it. */
function patterns(): string[] {
  const files = fs.readdirSync(app, { recursive: true, encoding: "utf8" })
  const pages = files.filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
  const known = pages.map(
    (file) => `/${path.dirname(file).replace(/\([^)]*\)\/?/g, "")}`.replace(/\/\.?$/, "") || "/",
  )
  // Files by which Next makes an address of its own.
  return [...known, "/icon.svg", "/robots.txt"].sort()
}

test("every page and route handler is in the table of routes, once, and no other", () => {
  expect(routes.map(({ pattern }) => pattern).sort()).toEqual(patterns())
})

test.each([
  ["/", "/"],
  ["/posts/a-story", "/posts/[slug]"],
  ["/posts/a/comments/feed.xml", "/posts/[slug]/comments/feed.xml"],
  ["/posts/a/comments/2", "/posts/[slug]/comments/[page]"],
  ["/comments/feed.xml", "/comments/feed.xml"],
  ["/comments/erased", "/comments/erased"],
  ["/comments/abc.def-1_2", "/comments/[token]"],
  ["/comments/mine/abc", "/comments/mine/[token]"],
  ["/api/auth/leave", "/api/auth/leave"],
  ["/archive/2026/11", "/archive/[year]/[month]"],
  ["/posts/a/", undefined],
  ["/posts", undefined],
  ["/posts/A", undefined],
  ["/posts/a/reply/0", undefined],
  ["/nothing", undefined],
  ["/posts/a/reply/7/more", undefined],
])("%s is the page %s", (pathname, pattern) => {
  expect(findRoute(pathname)?.pattern).toBe(pattern)
})
