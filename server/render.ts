import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http"
import { Socket } from "node:net"
import type { Answer } from "./documents.ts"

/** Next's request handler, or whatever stands in for it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

export type Request = { method: string; url: string; headers: Record<string, string>; body?: Buffer }

/** What a page may weigh, and how long it may take. */
const heaviest = 8 * 1024 * 1024
const slowest = 30_000

/**
 * A request of our own making. What a visitor sent reaches Next only as far as it is written into one.
 */
export function makeRequest({ method, url, headers, body }: Request): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = method
  req.url = url
  req.httpVersion = "1.1"
  req.httpVersionMajor = 1
  req.httpVersionMinor = 1
  req.headers = headers
  req.rawHeaders = Object.entries(headers).flat()
  if (body?.length) req.push(body)
  req.push(null)
  req.complete = true
  return req
}

/**
 * Asks the handler and waits for its whole answer. It does not depend on any visitor's patience: who
 * began it may leave, others may be waiting for it too.
 * @throws when the handler does, when the page is too heavy, or when it takes longer than half a minute
 */
export async function render(handler: Handler, request: Request): Promise<Answer> {
  const req = makeRequest(request)
  const res = new Captured(req)
  const late = setTimeout(() => res.fail(new Error("The page took longer than 30 seconds")), slowest)
  try {
    handler(req, res).catch((error: unknown) => res.fail(error))
    await res.whole
    return { status: res.statusCode, headers: flat(res.getHeaders()), body: Buffer.concat(res.chunks) }
  } finally {
    clearTimeout(late)
  }
}

/** A response that is kept instead of sent. */
class Captured extends ServerResponse {
  readonly chunks: Buffer[] = []
  readonly whole: Promise<void>
  fail!: (error: unknown) => void
  #done!: () => void
  #size = 0

  constructor(req: IncomingMessage) {
    super(req)
    this.whole = new Promise((resolve, reject) => {
      this.#done = resolve
      this.fail = (error) => {
        reject(error)
        // Tells Next to stop working on it.
        this.emit("close")
      }
    })
    this.whole.catch(() => {})
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array)
    this.#size += bytes.length
    if (this.#size > heaviest) this.fail(new Error("The page is heavier than 8 MB"))
    else this.chunks.push(bytes)
    const done = callback ?? encoding
    if (typeof done === "function") queueMicrotask(() => done())
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.finished) return this
    if (chunk && typeof chunk !== "function") this.write(chunk)
    this.finished = true
    const done = [chunk, encoding, callback].find((value) => typeof value === "function")
    if (typeof done === "function") this.once("finish", done as () => void)
    this.#done()
    queueMicrotask(() => {
      this.emit("finish")
      this.emit("close")
    })
    return this
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((value) => typeof value === "object" && value !== null)
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) this.setHeader(name, value)
    }
    return this
  }

  override flushHeaders(): void {}
}

function flat(headers: OutgoingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  )
}
