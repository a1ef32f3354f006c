import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { forwardedHeaders } from "./desk-request.ts"
import type { Limits } from "./limits.ts"
import type { Asked } from "./reader.ts"
import type { Upstream } from "./upstream.ts"

type Upgrading = { upstream: Upstream; limits: Limits; asked: Pick<Asked, "target" | "visitor" | "client"> }

/** Hands a connection over that asks for another protocol (RFC 9110 7.8), as WebSocket does, and passes on what both ends say. */
export function passUpgrade(
  { upstream, limits, asked }: Upgrading,
  req: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  const ended = limits.streams.add(asked.client, () => socket.destroy())
  if (!ended) return refuseUpgrade(socket, "503 Service Unavailable")
  const { target, visitor } = asked
  const headers = forwardedHeaders(req, { visitor })
  const { upgrade = "" } = req.headers
  const request = upstream.open({
    method: "GET",
    path: target.url + target.search,
    headers: { ...headers, connection: "Upgrade", upgrade },
  })
  let far: Duplex | undefined
  const end = () => {
    ended()
    socket.destroy()
    request.destroy()
    far?.destroy()
  }
  // Neither end goes on when the other has closed its half.
  for (const event of ["error", "close", "end"]) socket.on(event, end)
  request.on("error", end)
  request.on("response", (response) => {
    response.resume()
    refuseUpgrade(socket, `${response.statusCode} ${response.statusMessage}`)
  })
  request.on("upgrade", (response, upstreamSocket, rest) => {
    far = upstreamSocket.on("error", end).on("close", end)
    socket.write(headOf(response))
    socket.write(rest)
    far.write(head)
    far.pipe(socket).pipe(far)
  })
  request.end()
}

/** Answers a connection that is not handed over. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on("error", () => {})
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

function headOf({ rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((value, at) => (at % 2 === 0 ? [`${value}: ${rawHeaders[at + 1]}`] : []))
  return ["HTTP/1.1 101 Switching Protocols", ...lines, "", ""].join("\r\n")
}
