import { createHash } from "node:crypto"
import { once } from "node:events"
import http from "node:http"
import type { AddressInfo } from "node:net"
import { Readable } from "node:stream"
import { afterEach, expect, test } from "vitest"
import { sendBody } from "../../../server/edge/send-body.ts"

let server: http.Server
afterEach(() => server.close())

async function serve(handle: http.RequestListener): Promise<http.ClientRequest> {
  server = http.createServer(handle).listen(0, "127.0.0.1")
  await once(server, "listening")
  return http.request({ port: (server.address() as AddressInfo).port, method: "POST" })
}

const part = (fill: number) => Buffer.alloc(64 * 1024, fill)

test("an upload arrives byte for byte, and none of its parts is held once it is sent", async () => {
  const parts = Array.from({ length: 200 }, (_, at) => part(at))
  const expected = createHash("sha256").update(Buffer.concat(parts)).digest("hex")
  const req = await serve(async (incoming, res) => {
    const hash = createHash("sha256")
    for await (const chunk of incoming) hash.update(chunk)
    res.end(hash.digest("hex"))
  })
  sendBody(Readable.from(parts), req)
  const [res] = (await once(req, "response")) as [http.IncomingMessage]
  expect(String(await res.toArray())).toBe(expected)
  expect(parts.reduce((held, { byteLength }) => held + byteLength, 0)).toBe(0)
})

test("a part that shares its memory with others leaves theirs alone", async () => {
  const [sent, kept] = [Buffer.from("sent "), Buffer.from("kept")]
  expect(sent.buffer).toBe(kept.buffer)
  const req = await serve(async (incoming, res) => res.end(String(await incoming.toArray())))
  sendBody(Readable.from([sent]), req)
  const [res] = (await once(req, "response")) as [http.IncomingMessage]
  expect(String(await res.toArray())).toBe("sent ")
  expect(kept.toString()).toBe("kept")
})

test("a body that breaks off ends its request", async () => {
  const req = await serve(() => undefined)
  sendBody(
    Readable.from(
      (async function* () {
        yield part(1)
        throw new Error("broken off")
      })(),
    ),
    req,
  )
  const [error] = await once(req, "error")
  expect(error.message).toBe("broken off")
  expect(req.destroyed).toBe(true)
})

test("a request that is refused in the middle of its body is told once, and the body is not read on", async () => {
  const req = await serve((incoming) => incoming.once("data", () => incoming.destroy()))
  let sent = 0
  const body = Readable.from(
    (async function* () {
      for (; sent < 5000; sent++) yield part(2)
    })(),
  )
  sendBody(body, req)
  await once(req, "error")
  await once(req, "close")
  expect(sent).toBeLessThan(5000)
  expect(body.destroyed).toBe(false)
})
