import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { CacheTag } from "../../../db/cache-tags.ts"
import { openEdge } from "./edge.ts"

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T10:00:00.400Z") }))
afterEach(() => vi.useRealTimers())

async function edge(type: string) {
  let words = "one"
  const { ask, store } = await openEdge(async (_, res) => {
    res.setHeader("content-type", `${type}; charset=utf-8`)
    res.end(words)
  })
  return {
    ask,
    change(to: string) {
      words = to
      store.changed("everything" as CacheTag)
    },
  }
}

test.each([
  ["/feed.xml", "application/rss+xml"],
  ["/feed.json", "application/feed+json"],
  ["/comments/feed.xml", "application/rss+xml"],
  ["/posts/a/comments/feed.xml", "application/rss+xml"],
  ["/tags/a/feed.xml", "application/rss+xml"],
])("a reader of %s that asks by date gets it once and then 304", async (path, type) => {
  const { ask, change } = await edge(type)
  await ask(path)
  vi.setSystemTime("2026-03-01T10:00:02Z")
  const first = await ask(path)
  expect(first.headers["last-modified"]).toBe("Sun, 01 Mar 2026 10:00:00 GMT")
  const since = { "if-modified-since": first.headers["last-modified"] ?? "" }
  const again = await ask(path, { headers: since })
  expect(again.status).toBe(304)
  expect(again.headers).toMatchObject({
    etag: first.headers.etag,
    "last-modified": first.headers["last-modified"],
  })
  for (const date of ["Sun, 01 Mar 2026 09:59:59 GMT", "yesterday", ""])
    expect((await ask(path, { headers: { "if-modified-since": date } })).status).toBe(200)
  change("two")
  expect((await ask(path, { headers: since })).text).toBe("two")
})

test("what changes twice within a second is never called unchanged", async () => {
  const { ask, change } = await edge("application/rss+xml")
  expect((await ask("/feed.xml")).headers["last-modified"]).toBeUndefined()
  vi.setSystemTime("2026-03-01T10:00:00.900Z")
  change("two")
  await ask("/feed.xml")
  vi.setSystemTime("2026-03-01T10:00:01.100Z")
  expect(await ask("/feed.xml")).toMatchObject({
    text: "two",
    headers: { "last-modified": "Sun, 01 Mar 2026 10:00:00 GMT" },
  })
})

test("a validator counts before a date, and a page has no date", async () => {
  const { ask } = await edge("application/rss+xml")
  await ask("/feed.xml")
  vi.setSystemTime("2026-03-01T10:00:02Z")
  const headers = { "if-none-match": '"another"', "if-modified-since": "Sun, 01 Mar 2026 10:00:00 GMT" }
  expect((await ask("/feed.xml", { headers })).status).toBe(200)
  const page = await edge("text/html")
  await page.ask("/posts/a")
  vi.setSystemTime("2026-03-01T10:00:04Z")
  expect((await page.ask("/posts/a")).headers["last-modified"]).toBeUndefined()
})

test.each([
  ["/posts/old?utm_source=mail", "/posts/new?utm_source=mail"],
  ["/posts/old/reply/3?a=1&b=2", "/posts/new?a=1&b=2"],
  ["/posts/old/report/3", "/posts/new"],
])("%s has moved, with its query, to %s", async (path, moved) => {
  const { ask } = await openEdge(async (_, res) => {
    res.writeHead(308, { location: "/posts/new", "content-type": "text/html" }).end()
  })
  const { status, headers } = await ask(path)
  expect([status, headers.location]).toEqual([308, moved])
})
