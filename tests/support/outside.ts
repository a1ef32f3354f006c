import http from "node:http"
import net, { type AddressInfo } from "node:net"
import type { Network } from "../../lib/fetch-guard/network.ts"

/** An address that the guard lets through: of a provider, and nothing in a test ever connects to it. */
export const publicIp = "93.184.215.14"

/**
 * Other sites as one local server: every name leads to a public address unless `names` says otherwise, and a connection to
 * a public address ends here. The guard judges the addresses as on the internet.
 */
export async function startOutside(answer: http.RequestListener, names: Record<string, string[]> = {}) {
  const requests: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  /** Which addresses were connected to. */
  const connected: string[] = []
  const network: Network = {
    resolve: async (hostname) => {
      const found = names[hostname] ?? [publicIp]
      return found.map((address) => ({ address, family: net.isIP(address) }))
    },
    connect(addresses, asked) {
      connected.push(...addresses.map(({ address }) => `${address} ${asked}`))
      return net.connect({ host: "127.0.0.1", port })
    },
  }
  const stop = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { network, requests, connected, stop }
}
