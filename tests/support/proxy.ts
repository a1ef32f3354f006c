import http from "node:http"
import type { AddressInfo } from "node:net"

/** A reverse proxy as operators put before an app: says whom it forwards for, and passes everything else on as it comes. */
export async function startProxy(target: number): Promise<{ url: string; stop(): Promise<void> }> {
  const server = http.createServer((incoming, answer) => {
    const { headers } = incoming
    const forwardedFor = [headers["x-forwarded-for"], incoming.socket.remoteAddress]
      .filter(Boolean)
      .join(", ")
    const request = http.request(
      {
        host: "127.0.0.1",
        port: target,
        // A connection kept for later could be closed by the app just as a request is sent on it.
        agent: false,
        method: incoming.method,
        path: incoming.url,
        headers: {
          ...headers,
          host: `127.0.0.1:${target}`,
          connection: "close",
          "x-forwarded-for": forwardedFor,
          "x-forwarded-host": headers.host,
          "x-forwarded-proto": "http",
        },
      },
      (response) => {
        // That the app's connection ends is nothing to the client, whose own goes on (RFC 9110, 7.6.1).
        const { connection: _, "keep-alive": __, ...passedOn } = response.headers
        answer.writeHead(response.statusCode ?? 502, passedOn as http.OutgoingHttpHeaders)
        response.pipe(answer)
        response.on("error", () => answer.destroy())
      },
    )
    request.on("error", () => answer.destroy())
    answer.on("close", () => request.destroy())
    incoming.pipe(request)
  })
  // No connection of a client is closed that its test may use again.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
