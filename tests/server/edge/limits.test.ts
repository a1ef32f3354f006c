import net from "node:net"
import { expect, test } from "vitest"
import { Limits } from "../../../server/edge/limits.ts"
import { Quota } from "../../../server/edge/quota.ts"
import { Shares } from "../../../server/edge/shares.ts"
import { gate, openEdge } from "./edge.ts"

const from = (network: string) => ({ headers: { "x-forwarded-for": network } })

test("a network with too many unanswered requests is told when to come back, and others are answered", async () => {
  const limits = Object.assign(new Limits(), { requests: new Quota({ total: 100, each: 3 }) })
  const slow = gate()
  const { ask } = await openEdge(
    async (req, res) => {
      if (req.url === "/comments/slow") await slow.passed
      res.setHeader("content-type", "text/html")
      res.end("<p>there</p>")
    },
    { limits, trustedProxies: 1 },
  )
  const waiting = [1, 2, 3].map(() => ask("/comments/slow", from("198.51.100.9")))
  await expect.poll(() => limits.requests.taken).toBe(3)
  const refused = await ask("/comments/mine", from("198.51.100.9"))
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "2"])
  expect(refused.text).toContain("Others are served meanwhile")
  expect((await ask("/comments/mine", from("203.0.113.7"))).status).toBe(200)
  slow.open()
  for (const { status } of await Promise.all(waiting)) expect(status).toBe(200)
  await expect.poll(() => limits.requests.taken).toBe(0)
})

test("a form that finds no place comes back with what was typed", async () => {
  const limits = Object.assign(new Limits(), { shares: new Shares({ waitingEach: 0 }) })
  const { ask } = await openEdge(async (_, res) => res.end("taken"), { limits })
  const body = new URLSearchParams({ comment: "Many words", password: "hidden" }).toString()
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  const reply = await ask("/posts/a", { method: "POST", headers, body })
  expect([reply.status, reply.headers["retry-after"]]).toEqual([429, "2"])
  expect(reply.text).toContain("Many words")
  expect(reply.text).not.toContain("hidden")
})

test("whoever the desk was shown to has the places of staff, and nobody else who sends a cookie", async () => {
  const { ask, limits } = await openEdge(async (req, res) => {
    const known = req.headers.cookie === "masthead-session=real"
    if (req.headers.rsc) res.setHeader("content-type", "text/x-component").end("redirect")
    else if (req.url === "/sign-in" || known) res.setHeader("content-type", "text/html").end("page")
    else res.writeHead(307, { location: "/sign-in" }).end()
  })
  const isStaff = (cookie: string) => limits.staff.clientOf({ cookie }, "203.0.113.7").staff
  for (const session of ["real", "made-up"]) {
    const headers = { cookie: `masthead-session=${session}` }
    await ask("/sign-in", { headers })
    expect(isStaff(headers.cookie)).toBe(false)
    await ask("/desk", { headers: { ...headers, rsc: "1" } })
    expect(isStaff(headers.cookie)).toBe(false)
    await ask("/desk", { headers })
  }
  expect([isStaff("masthead-session=real"), isStaff("a=b; __Host-masthead-session=real")]).toEqual([
    true,
    true,
  ])
  expect([isStaff("masthead-session=made-up"), isStaff("")]).toEqual([false, false])
})

test("a connection that is lost with many requests on it takes none of the network's share along", async () => {
  const slow = gate()
  const { port, limits } = await openEdge(async (_, res) => {
    await slow.passed
    res.end()
  })
  const socket = net.connect(port, "127.0.0.1")
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`
  socket.write(["/comments/a", "/desk", "/posts/a", "/comments/b"].map(request).join(""))
  await expect.poll(() => limits.requests.taken).toBe(4)
  socket.destroy()
  await expect.poll(() => limits.requests.taken).toBe(0)
  slow.open()
  await expect.poll(() => limits.shares.counts).toEqual({ running: 0, waiting: 0 })
})

test("a few words for the desk wait for nobody's pictures: many of one network are answered side by side", async () => {
  const slow = gate()
  let arrived = 0
  const { ask, limits } = await openEdge(
    async (_, res) => {
      arrived++
      await slow.passed
      res.end("taken")
    },
    { route: { upload: 1000, wordsOnly: true }, trustedProxies: 1 },
  )
  const headers = { "x-forwarded-for": "198.51.100.7" }
  const asked = Array.from({ length: 6 }, () => ask("/desk/embeds", { method: "POST", body: "a", headers }))
  await expect.poll(() => arrived).toBe(6)
  expect(limits.uploads.taken).toBe(0)
  slow.open()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(6).fill(200))
})

test("somebody with four uploads under way waits with the fifth, and others upload", async () => {
  const slow = gate()
  const { ask, limits } = await openEdge(
    async (_, res) => {
      await slow.passed
      res.end("taken")
    },
    { route: { upload: 1000 }, trustedProxies: 1 },
  )
  const send = (ip: string) =>
    ask("/desk/media/upload", { method: "POST", body: "a", headers: { "x-forwarded-for": ip } })
  const four = Array.from({ length: 4 }, () => send("198.51.100.7"))
  await expect.poll(() => limits.uploads.taken).toBe(4)
  expect((await send("198.51.100.7")).status).toBe(429)
  const other = send("203.0.113.9")
  await expect.poll(() => limits.uploads.taken).toBe(5)
  slow.open()
  expect((await Promise.all([...four, other])).map(({ text }) => text)).toEqual(Array(5).fill("taken"))
  await expect.poll(() => limits.uploads.taken).toBe(0)
})
