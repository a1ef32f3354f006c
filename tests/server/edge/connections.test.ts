import http from "node:http"
import net, { type AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { Connections } from "../../../server/edge/connections.ts"

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A server that answers with so many bytes, behind bounded connections. */
async function serve(most: number, bytes = 2) {
  const connections = new Connections(most)
  const server = http.createServer((req, res) => {
    if (req.url === "/waits") res.write("begun")
    else res.end(Buffer.alloc(bytes, "a"))
    if (!res.writableFinished) connections.answering(res)
  })
  server.on("connection", (socket) => connections.add(socket))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
    connections.close()
  })
  return { connections, port: (server.address() as AddressInfo).port }
}

/** A client's connection from a loopback address of its own. */
function connect(port: number, from = "127.0.0.1") {
  const socket = net.connect({ port, host: "127.0.0.1", localAddress: from })
  const closed = new Promise<"closed">((resolve) => socket.once("close", () => resolve("closed")))
  socket.on("error", () => {})
  ends.push(() => socket.destroy())
  const ask = (path: string) =>
    new Promise<"answered" | "closed">((resolve) => {
      socket.once("data", () => resolve("answered"))
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
      closed.then(resolve)
    })
  return { socket, closed, ask }
}

test("a client with too many connections loses those that do nothing, the oldest first", async () => {
  const { port } = await serve(3)
  const open = [connect(port), connect(port), connect(port)]
  for (const { ask } of open) expect(await ask("/")).toBe("answered")
  expect(await connect(port).ask("/")).toBe("answered")
  expect(await open[0]?.closed).toBe("closed")
  expect(await open[1]?.ask("/")).toBe("answered")
})

test("a client whose connections are all busy gets no more, and another client does", async () => {
  const { port } = await serve(3)
  for (let i = 0; i < 3; i++) expect(await connect(port).ask("/waits")).toBe("answered")
  expect(await connect(port).ask("/")).toBe("closed")
  expect(await connect(port, "127.0.0.2").ask("/")).toBe("answered")
})

test("a client that does not read what it asked for is let go, and one that reads slowly is not", async () => {
  const { port, connections } = await serve(10, 30_000_000)
  const [stuck, slow] = [connect(port), connect(port)]
  for (const client of [stuck, slow]) {
    await client.ask("/")
    client.socket.pause()
  }
  connections.closeSlow(1_000)
  await new Promise<void>((resolve) => {
    let read = 0
    slow.socket.on("data", (data) => {
      read += data.length
      if (read < 8_000_000) return
      slow.socket.pause()
      resolve()
    })
    slow.socket.resume()
  })
  connections.closeSlow(20_999)
  connections.closeSlow(21_000)
  stuck.socket.resume()
  expect(await stuck.closed).toBe("closed")
  expect(slow.socket.destroyed).toBe(false)
})
