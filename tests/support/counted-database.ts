import net, { type AddressInfo } from "node:net"

/** A way to a database that remembers the text of each statement that is carried out on it. */
export type CountedDatabase = { url: string; statements: string[]; close(): void }

/** Opens a port that passes everything on to the database of an address, and reads along in what clients send. */
export async function openCountedDatabase(address: string): Promise<CountedDatabase> {
  const to = new URL(address)
  const statements: string[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(to.port), to.hostname)
    const read = reader((text) => statements.push(text))
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on("error", () => {})
      socket.on("close", () => void [client, upstream].map((one) => one.destroy()))
    }
    client.on("data", read)
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = new URL(address)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    statements,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Reads the frontend's side of the protocol (PostgreSQL documentation, 54.7): the first message has no type. */
function reader(carriedOut: (text: string) => void): (bytes: Buffer) => void {
  const texts = new Map<string, string>()
  let waiting = Buffer.alloc(0)
  let bound = ""
  let begun = false
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    for (;;) {
      const start = begun ? 1 : 0
      if (waiting.length < start + 4) return
      const end = start + waiting.readInt32BE(start)
      if (waiting.length < end) return
      const type = begun ? String.fromCharCode(waiting[0] ?? 0) : ""
      const [first = "", second = ""] = waiting
        .subarray(start + 4, end)
        .toString("utf8")
        .split("\0", 2)
      if (type === "P") texts.set(first, second)
      if (type === "B") bound = second
      if (type === "E") carriedOut(texts.get(bound) ?? "")
      if (type === "Q") carriedOut(first)
      waiting = waiting.subarray(end)
      begun = true
    }
  }
}
