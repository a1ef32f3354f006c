import { once } from "node:events"
import http, { type IncomingMessage, type ServerResponse } from "node:http"
import { Gauge, Registry } from "prom-client"
import { describe, expect, test, vi } from "vitest"
import { announce } from "../../../db/cache-tags.ts"
import { gate, openEdge } from "./edge.ts"

/** Long enough for what was written to be on its way. */
async function turns() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe("a page that is rendered behind the socket", () => {
  test("arrives whole, with its status, its headers and every cookie", async () => {
    const edge = await openEdge(async (_, res) => {
      res.setHeader("set-cookie", ["a=1", "b=2"])
      res.writeHead(418, { "content-type": "text/html", "x-robots-tag": "noindex" })
      res.write("<p>first</p>")
      await turns()
      res.write(Buffer.from("<p>второй</p>"))
      res.end("<p>last</p>")
    })
    const reply = await edge.ask("/comments/token")
    expect(reply.status).toBe(418)
    expect(reply.headers["set-cookie"]).toEqual(["a=1", "b=2"])
    expect(reply.headers["x-robots-tag"]).toBe("noindex")
    expect(reply.text).toBe("<p>first</p><p>второй</p><p>last</p>")
  })

  test("gets the form that was sent, byte for byte", async () => {
    const body = Buffer.from(`text=${"ü".repeat(50_000)}`)
    const edge = await openEdge(async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      res.setHeader("content-type", "text/html")
      res.end(`<p>${req.method} ${Buffer.concat(chunks).equals(body)}</p>`)
    })
    const headers = { "content-type": "application/x-www-form-urlencoded" }
    expect((await edge.ask("/posts/a", { method: "POST", headers, body })).text).toBe("<p>POST true</p>")
  })

  test("is never mixed up with another that is asked for at the same time", async () => {
    const slow = gate()
    const edge = await openEdge(async (req, res) => {
      if (req.url === "/posts/slow") await slow.passed
      res.setHeader("content-type", "text/html")
      res.end(`<p>${req.url}</p>`)
    })
    const late = edge.ask("/posts/slow")
    expect((await edge.ask("/posts/quick")).text).toBe("<p>/posts/quick</p>")
    slow.open()
    expect((await late).text).toBe("<p>/posts/slow</p>")
  })

  test("that takes half a minute is answered with 503 and when to try again, and the next one works", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    try {
      const [begun, slow] = [gate(), gate()]
      const edge = await openEdge(async (req, res) => {
        begun.open()
        if (req.url === "/posts/slow") await slow.passed
        res.setHeader("content-type", "text/html")
        res.end("<p>well</p>")
      })
      const asked = edge.ask("/posts/slow")
      await begun.passed
      await vi.advanceTimersByTimeAsync(30_000)
      const late = await asked
      expect([late.status, late.headers["retry-after"]]).toEqual([503, "2"])
      slow.open()
      expect((await edge.ask("/posts/quick")).text).toBe("<p>well</p>")
    } finally {
      vi.useRealTimers()
    }
  })

  test("that fails is answered with a page that says so, and the next one works", async () => {
    let broken = true
    const edge = await openEdge(async (_, res) => {
      if (broken) throw new Error("a fault of ours")
      res.setHeader("content-type", "text/html")
      res.end("<p>well</p>")
    })
    const reply = await edge.ask("/posts/a")
    expect(reply.status).toBe(500)
    expect(reply.text).not.toContain("fault of ours")
    broken = false
    expect((await edge.ask("/posts/a")).text).toBe("<p>well</p>")
  })

  test("that fails for a full disk is told in the log beside one that fails for what a visitor sent", async () => {
    const lines: string[] = []
    vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
    const edge = await openEdge(async (req) => {
      const cause = Object.assign(new Error("the database says no"), { code: req.url?.slice(-5) })
      const error = new Error("Failed query", { cause })
      error.stack = "Error: Failed query\n    at query (/app/.next/server/chunks/query.js:1:1)"
      throw error
    })
    for (const code of ["22P02", "22P02", "53100"]) await edge.ask(`/posts/${code}`)
    vi.restoreAllMocks()
    expect(lines).toHaveLength(2)
  })

  test.each(["/posts/a", "/comments/token", "/desk"])(
    "that breaks off at %s is not waited for",
    async (path) => {
      const edge = await openEdge(async (_, res) => {
        res.setHeader("content-type", "text/html")
        res.write("<p>begun")
        await turns()
        // As Next does it.
        res.destroy(new Error("a stream that broke"))
      })
      const reply = await edge.ask(path).catch((error: NodeJS.ErrnoException) => error.code)
      expect([500, "ECONNRESET"]).toContain(typeof reply === "object" ? reply.status : reply)
    },
  )

  test("of the desk that breaks off leaves nothing of its own on the page that says so", async () => {
    const edge = await openEdge(async (_, res) => {
      res.setHeader("set-cookie", "half=1")
      res.writeHead(200, { "content-type": "text/html", "content-length": "7", etag: '"of-the-page"' })
      res.flushHeaders()
      await turns()
      res.destroy(new Error("a stream that broke"))
    })
    const reply = await edge.ask("/desk")
    expect(reply.status).toBe(500)
    expect(reply.text).toContain("</html>")
    expect(Number(reply.headers["content-length"])).toBe(reply.body.length)
    expect(reply.headers).not.toHaveProperty("etag")
    expect(reply.headers).not.toHaveProperty("set-cookie")
  })

  test("that fails with no error is answered all the same", async () => {
    const edge = await openEdge(async () => {
      throw { strange: () => {} }
    })
    expect((await edge.ask("/posts/a")).status).toBe(500)
  })

  test("is answered to whoever made a change only after what the change is seen on was dropped", async () => {
    let words = "before"
    const edge = await openEdge(async (req, res) => {
      res.setHeader("content-type", "text/html")
      if (req.method === "POST") {
        await turns()
        words = "after"
        announce(["post:a", "lists"])
      }
      res.end(`<p>${words}</p>`)
    })
    const body = "x=1"
    const headers = { "content-type": "application/x-www-form-urlencoded" }
    for (const path of ["/posts/a", "/sign-in"]) {
      words = "before"
      edge.store.changed("everything")
      expect((await edge.ask("/posts/a")).text).toBe("<p>before</p>")
      const answer = await edge.ask(path, { method: "POST", headers, body })
      expect(Object.keys(answer.headers).join()).not.toContain("tags")
      expect((await edge.ask("/posts/a")).text).toBe("<p>after</p>")
    }
  })

  test("is dropped also by what changes while nobody sends a form", async () => {
    const told: string[] = []
    await openEdge(async (_, res) => res.end(), { changed: (tag) => told.push(tag) })
    announce(["form:a"])
    expect(told).toEqual(["form:a"])
  })

  test("is given up when the person at the desk went away", async () => {
    const left = gate()
    const begun = gate()
    const edge = await openEdge(async (_, res) => {
      res.once("close", left.open)
      res.write("begun")
      begun.open()
      await left.passed
    })
    const leaving = new AbortController()
    fetch(`http://localhost:${edge.port}/desk`, { signal: leaving.signal }).catch(() => {})
    await begun.passed
    leaving.abort()
    await left.passed
  })
})

describe("a stream of events", () => {
  /** One that goes on until whoever listens has gone, beside pages. */
  const streaming = async (req: IncomingMessage, res: ServerResponse) => {
    if (!req.url?.startsWith("/desk/live")) {
      res.setHeader("content-type", "text/html")
      return res.end("<p>there</p>")
    }
    res.setHeader("content-type", "text/event-stream")
    res.write("data: first\n\n")
    await new Promise((resolve) => res.once("close", resolve))
  }

  /** Listens, and answers once the first word is there. */
  async function listen(port: number) {
    const leaving = new AbortController()
    const answer = await fetch(`http://localhost:${port}/desk/live`, { signal: leaving.signal })
    const reader = answer.body?.getReader()
    const first = await reader?.read()
    const ended = reader?.read().then(
      ({ done }) => done,
      () => true,
    )
    return {
      status: answer.status,
      first: new TextDecoder().decode(first?.value),
      ended,
      leave: () => leaving.abort(),
    }
  }

  test("is heard at once, takes no page's place, and there are not more than 200", async () => {
    const edge = await openEdge(streaming)
    const lines = await Promise.all(Array.from({ length: 200 }, () => listen(edge.port)))
    expect(lines.every(({ status, first }) => status === 200 && first === "data: first\n\n")).toBe(true)
    expect((await edge.ask("/posts/a")).text).toBe("<p>there</p>")
    expect((await listen(edge.port)).status).toBe(503)
    lines[0]?.leave()
    await expect.poll(async () => (await listen(edge.port)).status).toBe(200)
    for (const { leave } of lines) leave()
  })

  test("that still has news when the edge closes says nothing more, and brings nothing down", async () => {
    const write = gate()
    const over = gate()
    const edge = await openEdge(async (_, res) => {
      res.setHeader("content-type", "text/event-stream")
      res.write("data: first\n\n")
      await write.passed
      res.write("data: too late\n\n")
      res.once("close", over.open)
    })
    const line = await listen(edge.port)
    edge.limits.streams.endAll()
    write.open()
    expect(await line.ended).toBe(true)
    await over.passed
  })

  test("ends when the edge closes, and none begins after that", async () => {
    const edge = await openEdge(streaming)
    const line = await listen(edge.port)
    edge.limits.streams.endAll()
    expect(await line.ended).toBe(true)
    expect((await listen(edge.port)).status).toBe(503)
  })
})

describe("a client that takes less than it is sent", () => {
  test("makes an export wait for it, in no page's place, and no more of it is in memory than is needed", async () => {
    let written = 0
    const stopped = gate()
    const edge = await openEdge(async (_, res) => {
      const gone = once(res, "close")
      const chunk = Buffer.alloc(64 * 1024)
      for (let n = 0; n < 1000 && !res.destroyed; n++) {
        written += chunk.length
        if (res.write(chunk)) continue
        await Promise.race([once(res, "drain"), gone])
      }
      res.end()
      stopped.open()
    })
    const asked = http.get({ port: edge.port, host: "127.0.0.1", path: "/desk/export", agent: false })
    const answer = await new Promise<IncomingMessage>((resolve) => asked.once("response", resolve))
    answer.pause()
    await expect.poll(() => edge.limits.shares.counts.running).toBe(0)
    const seen = [-1]
    await expect.poll(() => seen.push(written) > 1 && seen.at(-1) === seen.at(-2)).toBe(true)
    expect(written).toBeLessThan(16 * 1024 * 1024)
    // The rest comes when it is taken.
    let size = 0
    for await (const chunk of answer) size += (chunk as Buffer).length
    expect(size).toBe(1000 * 64 * 1024)
    await stopped.passed
  })
})

describe("an upload", () => {
  const route = { upload: 3_000_000 }
  const counting = async (req: IncomingMessage, res: ServerResponse) => {
    let size = 0
    for await (const chunk of req) size += (chunk as Buffer).length
    res.end(String(size))
  }

  test("is passed on before it has come whole, and takes no page's place meanwhile", async () => {
    const first = gate()
    const edge = await openEdge(
      async (req, res) => {
        req.once("data", first.open)
        await counting(req, res)
      },
      { route },
    )
    const sending = http.request({ port: edge.port, host: "127.0.0.1", path: "/desk/media", method: "POST" })
    const answered = new Promise<IncomingMessage>((resolve) => sending.once("response", resolve))
    sending.write(Buffer.alloc(100_000))
    await first.passed
    expect(edge.limits.shares.counts).toEqual({ running: 0, waiting: 0 })
    expect(edge.limits.buffered.taken).toBe(0)
    sending.end(Buffer.alloc(100_000))
    const answer = await answered
    expect(String(await answer.toArray())).toBe("200000")
  })

  test("that is too large is refused, said beforehand or not, and what takes it sees it break off", async () => {
    const seen: string[] = []
    const edge = await openEdge(
      async (req, res) => {
        await counting(req, res).catch((error: NodeJS.ErrnoException) => seen.push(String(error.code)))
      },
      { route },
    )
    const whole = await edge.ask("/desk/media", { method: "POST", body: Buffer.alloc(3_000_001) })
    expect([whole.status, seen]).toEqual([413, []])
    const chunked = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { "transfer-encoding": "chunked" }
      const target = { port: edge.port, host: "127.0.0.1", path: "/desk/media", method: "POST", headers }
      const sending = http.request(target, (answer) => resolve(answer.statusCode))
      sending.on("error", reject)
      sending.write(Buffer.alloc(3_000_001))
    })
    expect(chunked).toBe(413)
    await expect.poll(() => seen).toEqual(["ECONNRESET"])
  })

  test("whose sender goes away ends for whoever takes it", async () => {
    const broken = gate()
    const first = gate()
    const edge = await openEdge(
      async (req, res) => {
        req.once("data", first.open)
        await counting(req, res).catch(broken.open)
      },
      { route },
    )
    const sending = http.request({ port: edge.port, host: "127.0.0.1", path: "/desk/media", method: "POST" })
    sending.on("error", () => {})
    sending.write(Buffer.alloc(1000))
    await first.passed
    sending.destroy()
    await broken.passed
  })
})

describe("a connection that asks for another protocol", () => {
  /** Asks for it; answers the status, and what came back for what was said. */
  async function upgrade(port: number, headers: Record<string, string> = {}) {
    const asked = http.get({
      port,
      host: "127.0.0.1",
      path: "/desk/live?x=1",
      headers: { connection: "Upgrade", upgrade: "echo", host: `localhost:${port}`, ...headers },
    })
    return new Promise<{ status: number; echo?: string; leave?: () => void }>((resolve, reject) => {
      asked.on("error", reject)
      asked.on("response", (answer) => resolve({ status: answer.statusCode ?? 0 }))
      asked.on("upgrade", (answer, socket) => {
        socket.once("data", (echo) =>
          resolve({ status: answer.statusCode ?? 0, echo: String(echo), leave: () => socket.destroy() }),
        )
        socket.write("hello")
      })
    })
  }

  async function echoing(route: { upgrade?: true }) {
    const left = gate()
    const edge = await openEdge(async (_, res) => res.end(), {
      route,
      onUpgrade: (req, socket) => {
        socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n")
        socket.on("data", (chunk) => socket.write(`${req.url} ${chunk}`))
        socket.on("end", left.open).on("error", () => {})
      },
    })
    return { edge, left }
  }

  test("is handed over where the route allows it, both ways, and ends when its client leaves", async () => {
    const { edge, left } = await echoing({ upgrade: true })
    const { status, echo, leave } = await upgrade(edge.port)
    expect([status, echo]).toEqual([101, "/desk/live?x=1 hello"])
    leave?.()
    await left.passed
  })

  test("ends when the edge closes", async () => {
    const { edge, left } = await echoing({ upgrade: true })
    await upgrade(edge.port)
    edge.limits.streams.endAll()
    await left.passed
  })

  test("is refused everywhere else, and from pages of other sites", async () => {
    const { edge } = await echoing({})
    expect((await upgrade(edge.port)).status).toBe(404)
    const { edge: open } = await echoing({ upgrade: true })
    expect((await upgrade(open.port, { origin: "https://evil.example" })).status).toBe(403)
  })
})

test("a metric that cannot be read is a line in the log, and the others are told", async () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const metrics = new Registry()
  const collect = () => {
    throw new Error("no such file")
  }
  new Gauge({ name: "broken", help: "x", registers: [metrics], collect })
  const { ask } = await openEdge(async (_, res) => res.end(), { checks: { metrics } })
  const answer = await ask("/metrics")
  vi.restoreAllMocks()
  expect(answer.status).toBe(200)
  expect(answer.text).toContain("masthead_requests_total")
  expect(lines.join()).toContain("no such file")
})
