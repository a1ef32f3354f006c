import type { IncomingMessage, ServerResponse } from "node:http"
import { MessageChannel, type MessagePort } from "node:worker_threads"
import { afterEach, describe, expect, test, vi } from "vitest"
import { relay, remoteHandler } from "../../../server/edge/relay.ts"
import { gate, openEdge } from "./edge.ts"

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** Long enough for what was written to be on its way: pieces are told at the end of a turn. */
async function turns() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** The edge on this side of a port, and the handler that stands in for Next on the other. */
async function throughPort(handler: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>) {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  relay(port2, handler)
  const near = remoteHandler(port1)
  return { far: port2, near: port1, handler: near, edge: await openEdge(near) }
}

describe("a page that is rendered in another thread", () => {
  test("arrives whole, with its status, its headers and every cookie", async () => {
    const { edge } = await throughPort(async (_, res) => {
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
    const { edge } = await throughPort(async (req, res) => {
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
    const { edge } = await throughPort(async (req, res) => {
      if (req.url === "/posts/slow") await slow.passed
      res.setHeader("content-type", "text/html")
      res.end(`<p>${req.url}</p>`)
    })
    const late = edge.ask("/posts/slow")
    expect((await edge.ask("/posts/quick")).text).toBe("<p>/posts/quick</p>")
    slow.open()
    expect((await late).text).toBe("<p>/posts/slow</p>")
  })

  test("that fails is answered with a page that says so, and the next one works", async () => {
    let broken = true
    const { edge } = await throughPort(async (_, res) => {
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
    const { edge } = await throughPort(async (req) => {
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
      const { edge } = await throughPort(async (_, res) => {
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

  test("whose failure cannot be carried over is answered all the same", async () => {
    const { edge } = await throughPort(async () => {
      throw { strange: () => {} }
    })
    expect((await edge.ask("/posts/a")).status).toBe(500)
  })

  test("reaches whoever made a change only after the change was told", async () => {
    const heard: string[] = []
    const { near, far, edge } = await throughPort(async (_, res) => {
      far.postMessage({ changed: "post:a" })
      res.setHeader("content-type", "text/html")
      res.end("<p>done</p>")
    })
    near.on("message", ({ changed }) => {
      if (changed) heard.push(changed)
    })
    await edge.ask("/posts/a", { method: "POST", body: "" })
    expect(heard).toEqual(["post:a"])
  })

  test("is given up when the person at the desk went away", async () => {
    const left = gate()
    const begun = gate()
    const { edge } = await throughPort(async (_, res) => {
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
    const { edge } = await throughPort(streaming)
    const lines = await Promise.all(Array.from({ length: 200 }, () => listen(edge.port)))
    expect(lines.every(({ status, first }) => status === 200 && first === "data: first\n\n")).toBe(true)
    expect((await edge.ask("/posts/a")).text).toBe("<p>there</p>")
    expect((await listen(edge.port)).status).toBe(503)
    lines[0]?.leave()
    await expect.poll(async () => (await listen(edge.port)).status).toBe(200)
    for (const { leave } of lines) leave()
  })

  test("ends when the edge closes, and none begins after that", async () => {
    const { edge, handler } = await throughPort(streaming)
    const line = await listen(edge.port)
    handler.endStreams()
    expect(await line.ended).toBe(true)
    expect((await listen(edge.port)).status).toBe(503)
  })
})
