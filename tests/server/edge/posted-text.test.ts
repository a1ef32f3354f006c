import { describe, expect, test } from "vitest"
import { openEdge } from "./edge.ts"

const today =
  '<html><body><main id="main"><form><input name="q"/></form><form><input type="hidden" name="asked" value="x"/><textarea name="body"></textarea></form></main></body></html>'

function form(fields: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return new Response(data)
}

async function send(
  ask: Awaited<ReturnType<typeof openEdge>>["ask"],
  path: string,
  fields: Record<string, string>,
) {
  const given = form(fields)
  const headers = { "content-type": given.headers.get("content-type") ?? "" }
  return ask(path, { method: "POST", headers, body: Buffer.from(await given.arrayBuffer()) })
}

const typed = {
  $ACTION_ID_40deadbeef: "",
  body: 'Two lines,\n<script>alert(1)</script> & "more"',
  displayName: "Ann",
  leftEmpty: "",
  asked: "a hidden value",
}

describe("what a person wrote", () => {
  test("is given back above a working form when the form is older than the last deploy", async () => {
    const { ask } = await openEdge(async (req, res) => {
      if (req.method === "POST") {
        res.writeHead(409, { "content-type": "text/plain", "x-nextjs-action-not-found": "1" })
        res.end("Server Action unavailable.")
        return
      }
      res.setHeader("content-type", "text/html")
      res.end(today)
    })
    const { status, text, headers } = await send(ask, "/posts/a", typed)

    expect(status).toBe(409)
    expect(headers["cache-control"]).toBe("private, no-store")
    expect(text).toContain("This page was updated while you wrote.")
    expect(text).toContain("Two lines,\n&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;more&#34;")
    expect(text).toContain('<dt>Display name</dt><dd dir="auto">Ann</dd>')
    expect(text).toMatch(/<\/section><form><input type="hidden" name="asked"/)
    expect(text).toContain('<textarea name="body">')
    expect(text).not.toMatch(/ACTION|leftEmpty|a hidden value|<script/i)
    // The page that others see is as it was.
    expect((await ask("/posts/a")).text).toBe(today)
  })

  test("is given back when the fault is ours", async () => {
    for (const fail of ["throws", "answers"]) {
      const { ask } = await openEdge(async (_, res) => {
        if (fail === "throws") throw new Error("down")
        res.writeHead(500).end("trace")
      })
      const { status, text } = await send(ask, "/posts/a", typed)
      expect(status).toBe(500)
      expect(text).toContain("Something went wrong on our side")
      expect(text).toContain("Two lines,")
      expect(text).not.toMatch(/trace|down|<script/)
    }
  })

  test.each([
    ["is older than the last deploy", 409],
    ["meets a fault of ours", 500],
  ] as const)(
    "is given back as words of its own language where a form of an Arabic publication %s",
    async (_, expected) => {
      const shown = today.replace(
        "<html>",
        '<!DOCTYPE html><html lang="ar"><head><title>Not found</title></head>',
      )
      const { handler, ask } = await openEdge(async (req, res) => {
        res.setHeader("content-type", "text/html")
        if (req.method !== "POST") return res.end(shown)
        if (expected === 409) res.setHeader("x-nextjs-action-not-found", "1")
        return res.writeHead(expected).end()
      })
      await handler.fetchFrame()
      const { status, text } = await send(ask, "/posts/a", { body: "صباح الخير", website: "Good morning" })
      expect(status).toBe(expected)
      expect(text).toContain('<body lang="en">')
      expect(text).toContain('<dd lang="ar" dir="auto">صباح الخير</dd>')
      expect(text).toContain('<dd lang="en" dir="auto">Good morning</dd>')
    },
  )

  test("at sign-in is asked for again, and is shown to nobody", async () => {
    const { ask } = await openEdge(async (_, res) => {
      res.writeHead(409, { "x-nextjs-action-not-found": "1" })
      res.end()
    })
    const reply = await send(ask, "/sign-in", { email: "a@example.org", password: "secret words" })
    expect(reply.status).toBe(303)
    expect(reply.headers.location).toBe("/sign-in")
    expect(reply.text).toBe("")
  })
})
