import type { IncomingHttpHeaders } from "node:http"
import { expect, test } from "vitest"
import { openEdge } from "./edge.ts"

/** Stands in for Next: keeps what it was told, as it copies it into a request of its own after an action. */
function recorder() {
  const told: IncomingHttpHeaders[] = []
  const next = async (req: { headers: IncomingHttpHeaders }, res: { end(text: string): unknown }) => {
    told.push(req.headers)
    res.end("ok")
  }
  return { told, next: next as never }
}

const visitor = { "x-forwarded-for": "198.51.100.7" }

test("what Next asks for itself after an action is asked for whoever sent the action", async () => {
  const { told, next } = recorder()
  const { ask } = await openEdge(next, { trustedProxies: 1 })
  await ask("/desk", { method: "GET", headers: visitor })
  const { "content-length": _, ...copied } = told[0] ?? {}
  await ask("/desk/comments", { headers: copied as Record<string, string> })
  expect(told.map((headers) => headers["x-client-network"])).toEqual(["198.51.100.7", "198.51.100.7"])
})

test("an action that Next passes on to another page by itself is refused, and so is what it asks of readers' pages", async () => {
  const { told, next } = recorder()
  const { ask } = await openEdge(next, { trustedProxies: 1 })
  await ask("/desk", { headers: visitor })
  const copied = { ...(told[0] as Record<string, string>), "x-action-forwarded": "1" }
  for (const path of ["/posts/a", "/desk/comments", "/sign-in"])
    expect((await ask(path, { method: "POST", headers: copied, body: "x" })).status).toBe(403)
  expect((await ask("/posts/a", { headers: copied })).status).toBe(403)
  expect(told).toHaveLength(1)
})

test("nobody makes themselves another network by a mark of their own", async () => {
  const { told, next } = recorder()
  const { ask } = await openEdge(next, { trustedProxies: 1 })
  await ask("/desk", { headers: visitor })
  const mark = String(told[0]?.["x-client-mark"])
  for (const headers of [
    { "x-client-network": "127.0.0.1", "x-client-mark": mark },
    { "x-client-network": "127.0.0.1", "x-client-mark": "" },
    { "x-client-network": "127.0.0.1" },
    { "x-client-mark": mark, "x-action-forwarded": "1" },
  ]) {
    await ask("/desk", { headers: { ...visitor, ...headers } })
    expect(told.at(-1)?.["x-client-network"]).toBe("198.51.100.7")
    expect(told.at(-1)?.["x-action-forwarded"]).toBeUndefined()
  }
})

test("many who sign in at once do not wait for each other's pages", async () => {
  // Next asks for the desk while it answers the form; each of both once took a place of the same network.
  const edge = await openEdge(async (req, res) => {
    if (req.method === "POST") await edge.ask("/desk", { headers: req.headers as Record<string, string> })
    res.end("ok")
  })
  const signIn = () => edge.ask("/sign-in", { method: "POST", body: "x", headers: { "next-action": "x" } })
  const answers = await Promise.all(Array.from({ length: 20 }, signIn))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
})
