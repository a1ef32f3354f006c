import net, { type AddressInfo } from "node:net"
import { embedHosts } from "../../lib/documents/embed-hosts.ts"

/**
 * The sites whose players a text can hold, as a browser meets them that is launched with `args`: their names, and all below
 * their domains, lead here. What connects is noted by the site that it asks for, and gets no answer. Other names are left
 * alone: a browser asks its maker's services by itself.
 */
export async function startElsewhere() {
  const asked: string[] = []
  const server = net.createServer((socket) => {
    socket.on("error", () => {})
    // The greeting of TLS names the site in plain letters (RFC 6066, 3).
    socket.once("data", (hello) => {
      asked.push(names.find((name) => hello.includes(name)) ?? "somewhere")
      socket.destroy()
    })
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    args: [`--host-resolver-rules=${embedHosts.flatMap(({ origin }) => rulesFor(origin, port)).join(",")}`],
    stop: () => new Promise((done) => server.close(done)),
  }
}

const names = embedHosts.map(({ origin }) => new URL(origin).hostname)

function rulesFor(origin: string, port: number): string[] {
  const { hostname } = new URL(origin)
  const domain = hostname.split(".").slice(-2).join(".")
  return [hostname, domain, `*.${domain}`].map((name) => `MAP ${name} 127.0.0.1:${port}`)
}
