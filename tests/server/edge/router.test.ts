import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { routes } from "../../../app/routes.ts"
import { isReservedSlug } from "../../../lib/text/slug.ts"
import { findRoute } from "../../../server/edge/router.ts"

const app = path.join(import.meta.dirname, "../../../app")

/** The patterns of all pages and route handlers, by their folders; a folder in brackets is a group and no part of it. */
function patterns(): string[] {
  const files = fs.readdirSync(app, { recursive: true, encoding: "utf8" })
  const pages = files.filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
  const known = pages.map(patternOf)
  // Files by which Next makes an address of its own.
  return [...known, "/robots.txt"].sort()
}

function patternOf(file: string): string {
  return `/${path.dirname(file).replace(/\([^)]*\)\/?/g, "")}`.replace(/\/\.?$/, "") || "/"
}

function read(file: string): string {
  return fs.readFileSync(path.join(app, file), "utf8")
}

test("every page and route handler is in the table of routes, once, and no other", () => {
  expect(routes.map(({ pattern }) => pattern).sort()).toEqual(patterns())
})

test("each page of the desk asks for the principal that the table names for it", () => {
  const files = fs.readdirSync(app, { recursive: true, encoding: "utf8" })
  const asked = files
    .filter((file) => /(^|\/)desk\/(.*\/)?(page|route)\.tsx?$/.test(file))
    .map((file) => {
      const [, permission = "staff"] = /requireStaff\((?:"([^"]+)")?\)/.exec(read(file)) ?? [null, "nobody"]
      return [patternOf(file), permission]
    })
  const desk = routes.filter(({ pattern }) => /^\/desk(\/|$)/.test(pattern))
  expect(asked.sort()).toEqual(desk.map(({ pattern, principal }) => [pattern, principal]).sort())
})

test("no story can have a slug that begins an address of the site's own", () => {
  const words = routes.flatMap(({ pattern }) => /^\/([a-z-]+)(?:\/|$)/.exec(pattern)?.[1] ?? [])
  expect([...new Set(words)].filter((word) => !isReservedSlug(word))).toEqual([])
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
  ["/about", "/[top]"],
  ["/about/us", "/[top]/[child]"],
  ["/about/us/all", undefined],
  ["/tags", undefined],
  ["/newsletter/nothing", undefined],
  ["/posts/a/reply/7/more", undefined],
])("%s is the page %s", (pathname, pattern) => {
  expect(findRoute(pathname)?.pattern).toBe(pattern)
})
