import net from "node:net"
import { afterEach, expect, test } from "vitest"
import { Limits } from "../../../server/edge/limits.ts"
import { Quota } from "../../../server/edge/quota.ts"
import { gate, openEdge } from "./edge.ts"

const sockets: net.Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** Begins to send a form and does not end it. */
function beginForm(port: number, bytes: number): net.Socket {
  const socket = net.connect(port, "127.0.0.1")
  socket.on("error", () => {})
  socket.write(`POST /posts/a HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 300000\r\n\r\n`)
  socket.write(Buffer.alloc(bytes, "a"))
  sockets.push(socket)
  return socket
}

const answerTo = (socket: net.Socket) =>
  new Promise<string>((resolve) =>
    socket.once("data", (data) => resolve(String(data).split("\r\n")[0] ?? "")),
  )

test("forms that are begun and not ended hold one network's share of memory, and others send theirs", async () => {
  const limits = Object.assign(new Limits(), { buffered: new Quota({ total: 1_000_000, each: 500_000 }) })
  const { port, ask } = await openEdge(async (_, res) => res.end("taken"), { limits, trustedProxies: 1 })
  const slow = [beginForm(port, 200_000), beginForm(port, 200_000)]
  await expect.poll(() => limits.buffered.taken).toBe(2 * 212_992)
  expect(await answerTo(beginForm(port, 200_000))).toContain(" 429 ")
  await expect.poll(() => limits.buffered.taken).toBe(2 * 212_992)

  const headers = { "x-forwarded-for": "198.51.100.7" }
  const other = await ask("/posts/a", { method: "POST", body: Buffer.alloc(300_000, "a"), headers })
  expect(other.text).toBe("taken")

  for (const socket of slow) socket.destroy()
  await expect.poll(() => limits.buffered.taken).toBe(0)
})

test("a body that comes letter by letter takes no more memory than it has letters", async () => {
  const answered = gate()
  const { port, limits } = await openEdge(async (_, res) => {
    heard = true
    await answered.passed
    res.end("taken")
  })
  let heard = false
  const socket = net.connect(port, "127.0.0.1")
  sockets.push(socket)
  socket.write(
    `POST /desk/posts/new HTTP/1.1\r\nHost: localhost:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  )
  socket.write(`${"1\r\nx\r\n".repeat(32_768)}0\r\n\r\n`)
  await expect.poll(() => heard).toBe(true)
  expect(limits.buffered.taken).toBe(32_768)
  answered.open()
})

test("staff can send their forms while strangers hold all the memory that is theirs", () => {
  const quota = new Quota({ total: 100, each: 50, reserve: 20 })
  const stranger = (key: string) => ({ key, staff: false })
  expect([quota.take(stranger("a"), 50), quota.take(stranger("b"), 30)]).toEqual([null, null])
  expect(quota.take(stranger("c"), 10)).toBe(503)
  expect(quota.take({ key: "staff 1", staff: true }, 20)).toBeNull()
})

test("a form's bytes are given back when it is too long, when it was answered, and when the answer failed", async () => {
  const { ask, limits } = await openEdge(async (req, res) => {
    if (req.url?.includes("fails")) throw new Error("down")
    res.end("taken")
  })
  for (const path of ["/posts/works", "/posts/fails", "/desk/posts/new"]) {
    for (const bytes of [100, 1_100_000]) await ask(path, { method: "POST", body: Buffer.alloc(bytes, "a") })
  }
  expect(limits.buffered.taken).toBe(0)
})
