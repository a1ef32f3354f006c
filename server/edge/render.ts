import { IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http"
import { Socket } from "node:net"
import type { RenderedResponse } from "../cache/document.ts"
import { Captured } from "./held-response.ts"

/** Next's request handler, or whatever stands in for it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

export type Request = { method: string; url: string; headers: Record<string, string>; body?: Buffer }

/** The one who asked has gone, so the page is not made. */
export class ClientGone extends Error {}

/** How long a page may take. */
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
 * Asks the handler and waits for its whole answer. A page that is to be kept does not depend on any visitor's
 * patience: who began it may leave, others may be waiting for it too.
 * @param left ends the work, where it was for one visitor only
 * @throws when the handler does, when the page is too heavy, or when it takes longer than half a minute
 */
export async function render(
  handler: Handler,
  request: Request,
  left?: AbortSignal,
): Promise<RenderedResponse> {
  const req = makeRequest(request)
  const res = new Captured(req)
  const leave = () => res.fail(new ClientGone())
  if (left?.aborted) leave()
  left?.addEventListener("abort", leave)
  const late = setTimeout(() => res.fail(new Error("The page took longer than 30 seconds")), slowest)
  try {
    handler(req, res).catch((error: unknown) => res.fail(error))
    await res.whole
    return { status: res.statusCode, headers: flat(res.getHeaders()), body: Buffer.concat(res.chunks) }
  } finally {
    left?.removeEventListener("abort", leave)
    clearTimeout(late)
  }
}

function flat(headers: OutgoingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  )
}
