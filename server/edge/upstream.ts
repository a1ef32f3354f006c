import http, { type ClientRequest, type IncomingMessage } from "node:http"
import { Readable } from "node:stream"
import type { RenderedResponse } from "../cache/document.ts"
import { logError } from "../log.ts"
import { Refused } from "./quota.ts"
import { sendBody } from "./send-body.ts"

export type UpstreamRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body?: Buffer | Readable
}

/** The client has gone, so the page is not made. */
export class ClientGone extends Error {}

/** The response's header in which the server that renders names the cache tags that a request changed. */
export const changedTagsHeader = "x-changed-tags"

/** A mutation of many stories names each of them. */
const largestHead = 256 * 1024

/** What a page may weigh. */
const heaviest = 8 * 1024 * 1024

/** How long a page may take. */
const slowest = 30_000

/** Of one connection (RFC 9110 7.6.1), or said anew by the edge. */
const notPassedOn = new Set([
  "connection",
  "date",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  changedTagsHeader,
])

/** The server that renders, spoken to by HTTP over its Unix socket or named pipe. */
export class Upstream {
  readonly #socketPath: string
  readonly #changed: (tag: string) => void
  readonly #agent = new http.Agent({ keepAlive: true })

  /** @param changed called for each cache tag that a request has changed, before its response is passed on */
  constructor(socketPath: string, changed: (tag: string) => void = () => {}) {
    this.#socketPath = socketPath
    this.#changed = changed
  }

  /**
   * Sends a request; resolves with the response once its head is there.
   * @throws {ClientGone} when the client left before that; else what the connection says
   */
  send(request: UpstreamRequest, signal?: AbortSignal): Promise<IncomingMessage> {
    return this.#headOf(this.open(request), request.body, signal)
  }

  /**
   * Sends a request and waits for the whole response.
   * @throws {Refused} when it takes longer than half a minute: whatever it waits for, another try may find it
   * @throws when the page is heavier than 8 MB or breaks off, and as `send` does
   */
  async render(request: UpstreamRequest, signal?: AbortSignal): Promise<RenderedResponse> {
    const req = this.open(request)
    let late = false
    const timer = setTimeout(() => {
      late = true
      req.destroy()
    }, slowest)
    try {
      const res = await this.#headOf(req, request.body, signal)
      const body = await readWhole(res)
      return { status: res.statusCode ?? 500, headers: headersOf(res), body }
    } catch (error) {
      if (signal?.aborted) throw new ClientGone()
      if (!late) throw error
      logError("a page took longer than 30 seconds", error, request.path)
      throw new Refused(503)
    } finally {
      clearTimeout(timer)
    }
  }

  /** A request that is not sent yet. */
  open({ method, path, headers }: UpstreamRequest): ClientRequest {
    return http.request({
      socketPath: this.#socketPath,
      agent: this.#agent,
      maxHeaderSize: largestHead,
      method,
      path,
      headers,
    })
  }

  /**
   * Next cannot be stopped before a page's head is made. So the work for a client that left ends with its head, or after half
   * a minute, and not before: as long as this has not settled, its place is not free for more.
   */
  async #headOf(req: ClientRequest, body: UpstreamRequest["body"], signal?: AbortSignal) {
    const head = new Promise<IncomingMessage>((resolve, reject) => {
      req.once("response", resolve)
      req.on("error", reject)
    })
    let begun = false
    const abort = () => {
      if (begun) req.destroy()
      else setTimeout(() => req.destroy(), slowest).unref()
    }
    if (signal?.aborted) abort()
    signal?.addEventListener("abort", abort)
    req.once("close", () => signal?.removeEventListener("abort", abort))
    if (body instanceof Readable) sendBody(body, req)
    else req.end(body)
    const res = await head
    begun = true
    for (const tag of String(res.headers[changedTagsHeader] ?? "").split(" ")) if (tag) this.#changed(tag)
    if (!signal?.aborted) return res
    req.destroy()
    throw new ClientGone()
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** A response's headers that concern whoever asked, their names in lower case. */
export function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? "").toLowerCase()
    if (!notPassedOn.has(name)) headers.push([name, rawHeaders[at + 1] ?? ""])
  }
  return headers
}

/** @throws when it is heavier than a page may be */
async function readWhole(res: IncomingMessage): Promise<Buffer> {
  const body = await readUpTo(res, heaviest)
  if (body) return body
  res.destroy()
  throw new Error("The page is heavier than 8 MB")
}

/** A body of at most so many bytes; `null` for a longer one, which can still be read from its beginning. */
export async function readUpTo(res: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of res.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size <= most) continue
    res.unshift(Buffer.concat(chunks))
    return null
  }
  return Buffer.concat(chunks)
}
