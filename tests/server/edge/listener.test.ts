import net from "node:net"
import { afterEach, expect, test } from "vitest"
import { type EdgeListener, takePort } from "../../../server/edge/listener.ts"

const listeners: EdgeListener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close(0)
})

async function startEdge() {
  const listener = await takePort("127.0.0.1", 0)
  listeners.push(listener)
  return listener
}

/** Sends it and answers all that comes back until the other side ends the connection. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ""
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text))
    socket.setEncoding("latin1")
    socket.on("data", (chunk) => {
      said += chunk
    })
    socket.on("error", () => {})
    socket.on("close", () => resolve(said))
  })
}

const request = (more = "") => `GET / HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`

test("who asks for a thousand pages in one breath is cut off before they are made", async () => {
  const listener = await startEdge()
  let made = 0
  listener.open((_, res) => {
    made++
    // Never answered: what else is asked for has to wait behind it.
    if (made > 1) res.end("page")
  })
  await say(listener.port, request().repeat(1000))
  expect(made).toBeLessThan(20)
})

test("who asks for a few at once gets them", async () => {
  const listener = await startEdge()
  listener.open((_, res) => setImmediate(() => res.end("page")))
  const said = await say(listener.port, request().repeat(9) + request("Connection: close\r\n"))
  expect(said.match(/HTTP\/1\.1 200/g)).toHaveLength(10)
})

test("however many headers are sent, the last one, which a proxy of ours writes, is heard", async () => {
  const listener = await startEdge()
  listener.open((req, res) => res.end(String(req.headers["x-forwarded-for"])))
  const many = Array.from({ length: 300 }, (_, n) => `X-Junk-${n}: y\r\n`).join("")
  const headers = `X-Forwarded-For: forged\r\n${many}X-Forwarded-For: true\r\nConnection: close\r\n`
  expect(await say(listener.port, request(headers))).toContain("forged, true")
})
