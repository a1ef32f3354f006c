import { once } from "node:events"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { MessagePort } from "node:worker_threads"
import { codesOf } from "../log.ts"
import { type Piece, RelayedResponse } from "./held-response.ts"
import { type Handler, makeRequest, type Request } from "./render.ts"

/** What goes to the thread that renders: a request, or that its client has gone. */
type Asked = ({ id: number } & Request) | { id: number; gone: true }

/** What comes back: the answer in pieces, what went wrong, or that nothing more is done for a client that left. */
type Told = { id: number } & (Piece | { error: TextOfError } | { over: true })

/** An error in words: what is thrown may be anything, and not everything can cross to another thread. */
type TextOfError = {
  name: string
  message: string
  stack?: string
  code?: string
  digest?: string
  cause?: string
}

/** A handler that can end what would otherwise go on for as long as anybody listens. */
export type RemoteHandler = Handler & { endStreams(): void }

/** A handler on this side of a port whose work is done by the handler that `relay` has on the other. */
export function remoteHandler(port: MessagePort): RemoteHandler {
  const waiting = new Map<number, (told: Told) => void>()
  const streams = new Map<number, ServerResponse>()
  let ending = false
  let last = 0
  port.on("message", (told: Told) => waiting.get(told.id)?.(told))
  const handler: Handler = async (req, res) => {
    const id = ++last
    const body = await bodyOf(req)
    const leave = () => {
      streams.delete(id)
      if (waiting.has(id)) port.postMessage({ id, gone: true } satisfies Asked)
    }
    // Who left while we were listening needs no page.
    if (res.destroyed) return
    await new Promise<void>((resolve, reject) => {
      const settle = () => {
        waiting.delete(id)
        resolve()
      }
      waiting.set(id, (told) => {
        if ("error" in told) {
          waiting.delete(id)
          return reject(errorOf(told.error))
        }
        if ("over" in told) return settle()
        if (told.head && isStream(told.head)) {
          // A stream lasts for hours and renders nothing, so it takes no page's place.
          if (ending || streams.size >= mostStreams) {
            leave()
            res.writeHead(503, { "retry-after": "30", "content-type": "text/plain" })
            res.end("busy")
            return settle()
          }
          streams.set(id, res)
        }
        if (told.head && !res.headersSent) res.writeHead(told.head.status, told.head.headers)
        if (told.bytes && !res.destroyed) res.write(told.bytes)
        if (!told.end) return
        streams.delete(id)
        res.end()
        settle()
      })
      res.once("close", () => {
        if (!waiting.has(id)) return
        leave()
        // Rendering is aborted; the place is freed when it has settled, or after this limit.
        setTimeout(settle, longestEnd).unref()
      })
      const { method = "GET", url = "/" } = req
      const headers = req.headers as Record<string, string>
      port.postMessage({ id, method, url, headers, body } satisfies Asked)
    })
  }
  return Object.assign(handler, {
    endStreams() {
      ending = true
      for (const res of streams.values()) res.end()
    },
  })
}

/** Server-sent events, which end when whoever listens goes away. */
function isStream({ headers }: NonNullable<Piece["head"]>): boolean {
  return String(headers["content-type"] ?? "").startsWith("text/event-stream")
}

/** How long the work for a client that left may go on until its place is given to others. */
const longestEnd = 30_000

/** So many may listen at once; to each more than that the page is what it is without them. */
const mostStreams = 200

async function bodyOf(req: IncomingMessage): Promise<Buffer | undefined> {
  if (req.method !== "POST") return undefined
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Answers what `remoteHandler` asks through the other end of the port. */
export function relay(port: MessagePort, handler: Handler): void {
  const running = new Map<number, RelayedResponse>()
  port.on("message", (asked: Asked) => {
    const { id } = asked
    if ("gone" in asked) running.get(id)?.emit("close")
    else void answer(asked)
  })

  async function answer({ id, body, ...request }: { id: number } & Request) {
    const req = makeRequest({ ...request, body: body && Buffer.from(body) })
    const res = new RelayedResponse(req, (piece) =>
      port.postMessage({ id, ...piece } satisfies Told, piece.bytes ? [piece.bytes.buffer] : []),
    )
    running.set(id, res)
    try {
      await Promise.all([handler(req, res), once(res, "close")])
      if (res.failure) throw res.failure
    } catch (error) {
      port.postMessage({ id, error: textOf(error) } satisfies Told)
    } finally {
      running.delete(id)
      port.postMessage({ id, over: true } satisfies Told)
    }
  }
}

function textOf(error: unknown): TextOfError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) }
  const { name, message, stack, cause } = error
  const code = codesOf(error).join(" ")
  return {
    name,
    message,
    stack,
    ...(code ? { code } : {}),
    ...("digest" in error ? { digest: String(error.digest) } : {}),
    ...(cause === undefined ? {} : { cause: String(cause) }),
  }
}

function errorOf({ message, cause, ...rest }: TextOfError): Error {
  return Object.assign(new Error(message, cause === undefined ? {} : { cause: new Error(cause) }), rest)
}
