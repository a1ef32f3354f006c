import net from "node:net"
import { afterEach, expect, test } from "vitest"
import { type EdgeListener, takePort } from "../../../server/edge/listener.ts"
import { Throughput } from "../../../server/edge/throughput.ts"
import { boundedBody, dropRest } from "../../../server/edge/upload.ts"

const listeners: EdgeListener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close(0)
})

async function startEdge(options?: Parameters<typeof takePort>[2]) {
  const listener = await takePort("127.0.0.1", 0, options)
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

const share = new Throughput(1_000_000_000).begin()

const form = (bytes: number) => `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${bytes}\r\n\r\n`

test("who sends photographs over a slow line is heard to the end; a form that does not come is not waited for", async () => {
  const listener = await startEdge({ bodyTime: 200 })
  listener.open(async (req, res) => {
    let bytes = 0
    for await (const chunk of boundedBody(req, { limit: 1000, share })) bytes += chunk.length
    res.end(`${bytes} bytes`)
  })
  const upload = net.connect(listener.port, "127.0.0.1")
  upload.write(`${form(10)}12345`)
  const other = await startEdge({ bodyTime: 400 })
  other.open(() => {})
  // Longer than a form may take.
  expect(await say(other.port, `${form(10)}12345`)).toBe("")
  const answer = new Promise((resolve) => upload.once("data", (data) => resolve(String(data))))
  upload.write("67890")
  expect(await answer).toContain("10 bytes")
  upload.destroy()
})

test("who is answered before all of an upload has come sends the rest, and the next request of the connection is heard", async () => {
  const listener = await startEdge()
  listener.open((req, res) => {
    if (req.method === "GET") return res.end("the next page")
    const body = boundedBody(req, { limit: 10_000_000, share }).on("error", () => {})
    dropRest(req, res, body, 10_000_000)
    res.writeHead(403).end("not yours")
  })
  const upload = `${form(2_000_000)}${"a".repeat(2_000_000)}`
  const said = await say(listener.port, upload + request("Connection: close\r\n"))
  expect(said).toMatch(/403.*not yours.*the next page/s)
})

test("an upload of which next to nothing comes is ended", async () => {
  const listener = await startEdge()
  listener.open((req) => {
    boundedBody(req, { limit: 1000, share, pace: { rate: 1000, every: 50 } })
      .on("error", () => {})
      .resume()
  })
  expect(await say(listener.port, `${form(100)}1`)).toBe("")
})

test("forms that are refused before they are here leave no clock behind when their connections end", async () => {
  const listener = await startEdge()
  listener.open((req, res) => {
    if (req.url === "/upload") boundedBody(req, { limit: 1_000_000, share }).on("error", () => {})
    res.writeHead(429, { Connection: "close" }).end("too many")
  })
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length
  for (const path of ["/", "/upload"]) {
    const begun = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n${"a".repeat(5000)}`
    await Promise.all(Array.from({ length: 50 }, () => say(listener.port, begun)))
  }
  await expect.poll(timers).toBeLessThan(10)
})
