import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Socket } from "node:net"
import type { Duplex } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { keepAliveSeconds } from "../cache/message.ts"
import { StartupError } from "../startup-error.mjs"
import { longestBody, timeBody } from "./body-clock.ts"
import { Connections } from "./connections.ts"
import { plainPage } from "./error-page.ts"
import { textOf } from "./error-text.ts"

/** How long nothing may move on a connection while something is to be sent. */
const slowestReader = 120_000

/** Within this even the longest upload ends (`body-clock.ts` times all others). */
const longestUpload = 2 * 3_600_000

/** Of all clients together; each takes some 20 kB. */
const mostConnections = 4_000

type Listener = (req: IncomingMessage, res: ServerResponse) => void

type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void

export type EdgeListener = {
  port: number
  /** @param upgrade takes connections that ask for another protocol */
  open(listener: Listener, upgrade?: Upgrade): void
  close(patience: number): Promise<void>
}

/**
 * Takes the port. Until the edge is ready, it answers 503 with Retry-After.
 * @throws {StartupError} when the port cannot be had
 */
export async function takePort(
  host: string,
  port: number,
  { behindProxies = false, bodyTime = longestBody } = {},
): Promise<EdgeListener> {
  const connections = new Connections(behindProxies ? Number.POSITIVE_INFINITY : undefined)
  let answer: Listener = notYet
  let closing = false
  const server = createServer(
    {
      // Against those who send a request letter by letter to keep a place taken.
      headersTimeout: 15_000,
      requestTimeout: longestUpload,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: keepAliveSeconds * 1000,
    },
    (req, res) => {
      if (tooEager(req, res)) return
      if (closing) res.shouldKeepAlive = false
      timeBody(req, bodyTime)
      answer(req, res)
      // Against those who do not read what they asked for. A held document is as a rule gone by now, and to wind a
      // clock for each of them would be a tenth of what they cost.
      if (res.writableFinished) return
      req.socket.setTimeout(slowestReader)
      connections.answering(res)
    },
  )
  // Beyond a count Node would drop headers in silence, and with them what our own proxy appended; 16 kB bound them all.
  server.maxHeadersCount = 0
  server.maxConnections = mostConnections
  server.on("connection", (socket) => connections.add(socket))
  await listen(server, host, port)
  const at = server.address()
  return {
    port: typeof at === "object" && at ? at.port : port,
    open(listener, upgrade) {
      answer = listener
      if (upgrade) server.on("upgrade", upgrade)
    },
    async close(patience) {
      closing = true
      const closed = new Promise((resolve) => server.close(resolve))
      // A connection whose answer was under way when we closed is idle after it, and open.
      const sweep = setInterval(() => server.closeIdleConnections(), 100)
      await Promise.race([closed, sleep(patience, undefined, { ref: false })])
      clearInterval(sweep)
      server.closeAllConnections()
      connections.close()
    },
  }
}

/** So many answers may one connection have waiting behind another; browsers ask for one at a time. */
const longestLine = 16

const lines = new WeakMap<Socket, number>()

/** Limits HTTP pipelining: a connection with more queued responses is closed before any is rendered. */
function tooEager(req: IncomingMessage, res: ServerResponse): boolean {
  // Only a response that waits for an earlier one has no socket yet.
  if (res.socket) return false
  const waiting = (lines.get(req.socket) ?? 0) + 1
  lines.set(req.socket, waiting)
  res.once("close", () => lines.set(req.socket, (lines.get(req.socket) ?? 1) - 1))
  if (waiting <= longestLine) return req.socket.destroyed
  req.socket.destroy()
  return true
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, () => resolve())
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new StartupError(
      `Port ${port} is in use: stop what uses it, or choose another one, as in PORT=${port + 1} npm start.`,
    )
  }
  if (error.code === "EACCES")
    return new StartupError(`PORT ${port} is not for ordinary users: choose one above 1023.`)
  return new StartupError(`HOST ${host} is not an address of this machine: 127.0.0.1 and 0.0.0.0 always are.`)
}

const notYet: Listener = (_, res) => {
  res.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Retry-After": "5",
    "Cache-Control": "no-store",
  })
  res.end(plainPage(textOf(503)))
}
