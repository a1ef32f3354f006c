import net, { type AddressInfo } from "node:net"

/** Stands between a client and Postgres, and can hold back what comes on the connection that listens. */
export async function startRelay(database: string) {
  const { hostname, port } = new URL(database)
  const listening = new Set<net.Socket>()
  let probes = 0
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port || 5432), hostname)
    client.on("data", (bytes) => {
      if (/listen "/i.test(bytes.toString("latin1"))) listening.add(upstream)
      if (bytes.includes("test:")) probes++
      upstream.write(bytes)
    })
    upstream.on("data", (bytes) => {
      client.write(bytes)
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on("error", () => other.destroy())
      one.on("close", () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = new URL(database)
  url.hostname = "127.0.0.1"
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    probes: () => probes,
    connections: () => listening.size,
    hold() {
      for (const socket of listening) socket.pause()
    },
    release() {
      for (const socket of listening) socket.resume()
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
