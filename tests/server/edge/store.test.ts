import { describe, expect, test } from "vitest"
import { Document } from "../../../server/cache/document.ts"
import { Documents } from "../../../server/cache/documents.ts"
import { keepable } from "../../../server/cache/keepable.ts"
import { findRoute } from "../../../server/edge/router.ts"
import { readTarget } from "../../../server/request-target.ts"
import { commentTags } from "../../support/comment-tags.ts"
import { gate, openEdge, page, requests } from "./edge.ts"

describe("a page that many ask for at once", () => {
  test("is rendered once", async () => {
    let renders = 0
    const slow = gate()
    const { ask, server } = await openEdge(async (_, res) => {
      renders++
      await slow.passed
      res.setHeader("content-type", "text/html")
      res.end("<p>once</p>")
    })
    const arrived = requests(server, 100)
    const asked = Array.from({ length: 100 }, () => ask("/posts/a"))
    await arrived
    slow.open()
    const replies = await Promise.all(asked)
    expect(replies.every((reply) => reply.text === "<p>once</p>")).toBe(true)
    expect((await ask("/posts/a")).text).toBe("<p>once</p>")
    expect(renders).toBe(1)
  })

  test("is rendered to the end when the first to ask goes away", async () => {
    const slow = gate()
    const { ask, port, server } = await openEdge(async (_, res) => {
      await slow.passed
      res.setHeader("content-type", "text/html")
      res.end("<p>there</p>")
    })
    const leaving = new AbortController()
    const firstArrived = requests(server, 1)
    const first = fetch(`http://localhost:${port}/`, { signal: leaving.signal }).catch(() => "left")
    await firstArrived
    const arrived = requests(server, 1)
    const second = ask("/")
    await arrived
    leaving.abort()
    expect(await first).toBe("left")
    slow.open()
    expect((await second).text).toBe("<p>there</p>")
  })
})

test.each(["/posts/none.rsc", "/made-up.rsc", "/posts/a.segments/_tree.segment.rsc"])(
  "%s, which only a script of the framework would ask for, is nothing and is not kept",
  async (path) => {
    const { ask, store } = await openEdge(async (_, res) => {
      res.setHeader("content-type", "text/x-component")
      res.end("0:{}")
    })
    expect((await ask(path)).status).toBe(404)
    expect(store.documents.count).toBe(0)
  },
)

test("what is no page and no feed is not kept", async () => {
  const { ask, store } = await openEdge(async (_, res) => {
    res.setHeader("content-type", "text/x-component")
    res.end("0:{}")
  })
  await ask("/posts/a")
  expect(store.documents.count).toBe(0)
})

test("a page for one visitor is made no further than its head once they have gone", async () => {
  const begun = gate()
  const left = gate()
  const ended = gate()
  const { port, limits } = await openEdge(async (_, res) => {
    res.once("close", ended.open)
    begun.open()
    await left.passed
    res.write("head")
    await ended.passed
  })
  const leaving = new AbortController()
  const answer = fetch(`http://localhost:${port}/comments/abc`, { signal: leaving.signal })
  await begun.passed
  leaving.abort()
  await expect(answer).rejects.toThrow()
  // Until then Next cannot be stopped, and the place is taken.
  expect(limits.shares.counts.running).toBe(1)
  left.open()
  await ended.passed
  await expect.poll(() => limits.shares.counts.running).toBe(0)
})

describe("a change during a slow rendering", () => {
  test("is seen by everyone who comes after it, and what was rendered before is not kept", async () => {
    const before = gate()
    const begun = gate()
    let words = "old"
    let renders = 0
    const { ask, store } = await openEdge(async (_, res) => {
      renders++
      const read = words
      begun.open()
      if (renders === 1) await before.passed
      res.setHeader("content-type", "text/html")
      res.end(`<p>${read}</p>`)
    })
    const early = ask("/posts/a")
    await begun.passed
    words = "approved"
    store.changed("post:a")
    const late = await ask("/posts/a")
    before.open()

    expect(late.text).toBe("<p>approved</p>")
    expect((await early).text).toBe("<p>old</p>")
    expect((await ask("/posts/a")).text).toBe("<p>approved</p>")
    expect(renders).toBe(2)
  })

  test("of another story disturbs nothing", async () => {
    let renders = 0
    const { ask, store } = await openEdge(page(() => `<p>${++renders}</p>`))
    await ask("/posts/a")
    store.changed("post:b")
    expect((await ask("/posts/a")).text).toBe("<p>1</p>")
    store.changed("post:a")
    expect((await ask("/posts/a")).text).toBe("<p>2</p>")
  })
})

test("an approval drops the story and the lists that show it, and leaves everything else held", async () => {
  const links: Record<string, string> = {
    "/": '<a href="/posts/a">A</a> <a href="/posts/b">B</a>',
    "/authors/ada": '<a href="/posts/a">A</a>',
    "/authors/ben": '<a href="/posts/b">B</a>',
  }
  const { ask, store } = await openEdge(async (req, res) => {
    res.setHeader("content-type", "text/html")
    res.end(`<p>${links[req.url ?? ""] ?? "words"}</p>`)
  })
  const gone = [
    "/",
    "/authors/ada",
    "/posts/a",
    "/posts/a/conversation/3",
    "/posts/a/reply/7",
    "/comments/feed.xml",
  ]
  const stays = ["/authors/ben", "/posts/b", "/posts/a/reply/8", "/moderation", "/feed.xml", "/archive"]
  for (const path of [...gone, ...stays, ...stays]) await ask(path)
  expect(store.counts).toEqual({ hits: stays.length, misses: gone.length + stays.length, dropped: 0 })
  for (const tag of commentTags("a", 7, 3)) store.changed(tag)
  expect([...gone, ...stays].filter((path) => !store.documents.get(path))).toEqual(gone)
  expect(store.counts.dropped).toBe(gone.length)
  for (const path of [...gone, ...stays]) await ask(path)
  expect(store.counts.misses).toBe(2 * gone.length + stays.length)
})

describe("what is not kept", () => {
  test("a page that failed: readers are told in words, and the next request tries again", async () => {
    let broken = true
    const { ask } = await openEdge(async (_, res) => {
      if (broken) {
        res.writeHead(500, { "content-type": "text/html" })
        res.end("<html><script>trace</script> at secret.ts:1</html>")
        return
      }
      res.setHeader("content-type", "text/html")
      res.end("<p>well</p>")
    })
    const failed = await ask("/")
    expect(failed.status).toBe(500)
    expect(failed.text).toContain("Something went wrong on our side")
    expect(failed.text).not.toContain("secret.ts")
    broken = false
    expect((await ask("/")).text).toBe("<p>well</p>")
  })

  test("a handler that throws is no more than a page that failed", async () => {
    const { ask } = await openEdge(async () => {
      throw new Error("down")
    })
    const reply = await ask("/posts/a")
    expect(reply.status).toBe(500)
    expect(reply.text).not.toContain("down")
  })

  test("redirects, and pages that set a cookie", async () => {
    const { ask, store } = await openEdge(async (req, res) => {
      if (req.url === "/posts/old") res.writeHead(308, { location: "/posts/new" }).end()
      else res.writeHead(200, { "content-type": "text/html", "set-cookie": "a=1" }).end("<p>x</p>")
    })
    expect((await ask("/posts/old")).headers.location).toBe("/posts/new")
    await ask("/")
    expect(store.documents.count).toBe(0)
  })

  test.each(["/comments/abc", "/newsletter/confirm/abc"])("%s", async (path) => {
    let renders = 0
    const { ask } = await openEdge(page(() => `<p>${++renders}</p>`))
    await ask(path)
    const second = await ask(path)
    expect(second.text).toBe("<p>2</p>")
    expect(second.headers["cache-control"]).toBe("private, no-store")
  })
})

describe("the memory for documents", () => {
  test("is bounded by bytes", async () => {
    const documents = new Documents(1024 * 1024)
    for (let i = 0; i < 500; i++) {
      const body = Buffer.from(Array.from({ length: 3000 }, () => Math.random().toString(36)).join(""))
      const answer = {
        status: 200,
        headers: [["content-type", "image/png"]] as [string, string][],
        body: body.subarray(0, 20_000),
      }
      documents.set(
        `/posts/${i}`,
        await Document.make(answer, [], [`post:${i}`], "gzip"),
        i % 3 ? "front" : "back",
      )
      expect(documents.bytes).toBeLessThanOrEqual(1024 * 1024)
    }
    expect(documents.count).toBeGreaterThan(20)
    expect(documents.get("/posts/499")).toBeDefined()
    expect(documents.get("/posts/0")).toBeUndefined()
  })

  test("cannot be filled with made-up addresses at the cost of the stories", async () => {
    const { ask, store } = await openEdge(page(`<p>${"words ".repeat(2000)}</p>`), { maxBytes: 64 * 1024 })
    await ask("/posts/a")
    for (let i = 0; i < 100; i++) await ask(`/?before=${i}-1`)
    expect(store.documents.get("/posts/a")).toBeDefined()
  })
})

describe("a query", () => {
  test.each([
    ["/posts/a?utm_source=x&fbclid=y", "/posts/a"],
    ["/posts/a?x=1", "/posts/a"],
    ["/posts/a?page=2&before=3-1", "/posts/a"],
    ["/?utm_source=x&before=3-1", "/?before=3-1"],
    ["/?page=1&before=3-1&x", "/?before=3-1"],
    ["/?before=3-1&before=4-1", "/?before=3-1"],
    ["/posts/a/comments/2?sort=newest&sort=x", "/posts/a/comments/2?sort=newest"],
  ])("of %s chooses the page %s", (url, key) => {
    const page = pageAt(url)
    expect(page !== "missing" && page.key).toBe(key)
  })

  test.each(["/?before=", "/?before=3", "/?before=-1", "/?before=1-1x", "/posts/a/comments/2?sort=worst"])(
    "with a value that no page has, as in %s, leads to no page and renders nothing",
    async (url) => {
      const rendered: unknown[] = []
      const { ask } = await openEdge(async (req, res) => {
        rendered.push(req.url)
        res.writeHead(req.url === "/_not-found" ? 404 : 200, { "content-type": "text/html" }).end("<p>x</p>")
      })
      expect((await ask(url)).status).toBe(404)
      expect(rendered).toEqual(["/_not-found"])
    },
  )

  test("whose names nobody knows never renders a page again", async () => {
    let renders = 0
    const { ask } = await openEdge(page(() => `<p>${++renders}</p>`))
    for (let i = 0; i < 100; i++) expect((await ask(`/posts/a?x=${i}&y${i}=`)).text).toBe("<p>1</p>")
  })
})

describe("an address that does not exist", () => {
  const none = async () => {
    const rendered: string[] = []
    const edge = await openEdge(async (req, res) => {
      rendered.push(String(req.url))
      res.writeHead(404, { "content-type": "text/html" }).end("<html><p>Nothing here</p></html>")
    })
    return { ...edge, rendered }
  }

  test("is looked for once, and the page that says so is rendered once for all of them", async () => {
    const { ask, rendered } = await none()
    for (let i = 0; i < 3; i++) {
      for (const path of ["/posts/none", "/posts/none-either", "/tags/none"]) {
        const reply = await ask(path)
        expect([reply.status, reply.text]).toEqual([404, "<html><p>Nothing here</p></html>"])
      }
    }
    expect(rendered).toEqual(["/posts/none", "/_not-found", "/posts/none-either", "/tags/none"])
  })

  test("is looked for again once it may exist", async () => {
    const { ask, store, rendered } = await none()
    await ask("/posts/none")
    store.changed("post:none")
    await ask("/posts/none")
    expect(rendered.filter((url) => url === "/posts/none")).toHaveLength(2)
  })

  test.each([
    "/made/up/altogether",
    "/Made-Up",
    "/posts/Not-A-Slug",
    "/posts/a/comment/1x",
    "/archive/1/1",
    "/_global-error",
    "/_not-found",
  ])("and cannot, as %s, is never looked for", async (path) => {
    const { ask, rendered } = await none()
    expect((await ask(path)).status).toBe(404)
    expect((await ask(path)).status).toBe(404)
    expect(rendered).toEqual(["/_not-found"])
  })

  test("among the pages is found in a list that is rendered once, however many are made up", async () => {
    const rendered: string[] = []
    const { ask, store } = await openEdge(async (req, res) => {
      rendered.push(String(req.url))
      const list = req.url === "/page-paths.txt"
      const there = list || req.url === "/about"
      res.writeHead(there ? 200 : 404, { "content-type": list ? "text/plain" : "text/html" })
      res.end(list ? "about\nabout/us" : "<html><p>Here</p></html>")
    })
    for (let n = 0; n < 50; n++) expect((await ask(`/made-up-${n}`)).status).toBe(404)
    expect((await ask("/made-up/by-somebody")).status).toBe(404)
    expect((await ask("/about")).status).toBe(200)
    expect(rendered).toEqual(["/page-paths.txt", "/_not-found", "/about"])
    store.changed("pages")
    await ask("/made-up-1")
    expect(rendered.slice(3)).toEqual(["/page-paths.txt"])
  })

  test("with a slash too many leads to the one without", async () => {
    const { ask, rendered } = await none()
    const { status, headers } = await ask("/posts/a/?x=1")
    expect([status, headers.location]).toEqual([308, "/posts/a?x=1"])
    expect(rendered).toEqual([])
  })
})

/** How the page of an address is kept. */
function pageAt(url: string) {
  const target = readTarget(url)
  const route = target && findRoute(target.pathname)
  if (!target || !route?.held) throw new Error(`${url} has no page that is held`)
  return keepable(target, route)
}
