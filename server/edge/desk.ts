import type { IncomingMessage, ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { repairDeskPage } from "./desk-page.ts"
import { forwardedHeaders } from "./desk-request.ts"
import { commonHeaders, deskPolicy, keepNowhere, makeNonce } from "./headers.ts"
import type { Limits } from "./limits.ts"
import { packed } from "./packed.ts"
import { passOn } from "./pass-on.ts"
import type { Asked } from "./reader.ts"
import { ClientGone, headersOf, readUpTo, type Upstream, type UpstreamRequest } from "./upstream.ts"
import { overSignal } from "./when-over.ts"

/** Beside the table's routes the desk answers what its scripts ask for. */
type AskedOfDesk = Omit<Asked, "route"> & Partial<Pick<Asked, "route">>

export type Desk = { upstream: Upstream; limits: Limits; https: boolean; dev: boolean }

/**
 * Answers what staff ask for: passed through as it comes, under a policy with a nonce of its own that
 * Next reads from the request's header. A visitor's own header of that name never gets there.
 * @param body a form that was read and judged, or an upload as it comes
 */
export async function answerDesk(
  desk: Desk,
  req: IncomingMessage,
  res: ServerResponse,
  asked: AskedOfDesk,
  body?: Buffer | Readable,
): Promise<void> {
  const { target, visitor, client, nested } = asked
  const policy = desk.dev ? undefined : deskPolicy(makeNonce(), asked.route?.frames)
  const headers = forwardedHeaders(req, { visitor, policy, body })
  // A page cannot know its own address by itself; sign-in leads back to it.
  const path = target.url + target.search
  headers["x-request-path"] = path
  // A page is changed before it leaves, so it is asked for as it is.
  if (req.headers.accept?.includes("text/html")) headers["accept-encoding"] = "identity"
  const request = { method: req.method ?? "GET", path, headers, body }
  const signal = overSignal(res)
  const work = (release: () => void) => passThrough({ desk, asked, request, policy, signal, release }, res)
  // What Next asks for itself is a part of a request that has a place; waiting for another could be in vain. An upload
  // lasts as long as its sender likes, and renders nothing.
  if (nested || body instanceof Readable) await work(() => {})
  else await desk.limits.shares.run(client, work, signal)
  if (req.method !== "GET" || !/^\/desk(\/|$)/.test(target.pathname)) return
  // Next answers a stranger's request for a page with 307, and one for the page's data with 200 all the same.
  if (res.statusCode === 200 && isOfType(res.getHeader("content-type"), "text/html"))
    desk.limits.staff.add(req.headers)
  else if (res.statusCode === 307) desk.limits.staff.remove(req.headers)
}

type Passing = {
  desk: Desk
  asked: AskedOfDesk
  request: UpstreamRequest
  policy: string | undefined
  signal: AbortSignal
  release: () => void
}

async function passThrough(
  { desk, asked, request, policy, signal, release }: Passing,
  res: ServerResponse,
): Promise<void> {
  const answer = await desk.upstream.send(request, signal)
  const own = [keepNowhere, ...commonHeaders(desk.https)]
  if (policy) own.push(["Content-Security-Policy", policy])
  // A form without script cannot be told of an action that is gone, so its page is shown anew.
  if (answer.headers["x-nextjs-action-not-found"] && !request.headers["next-action"] && !desk.dev) {
    answer.resume()
    res.writeHead(303, [...own, ["Location", asked.target.url]].flat()).end()
    return
  }
  for (const [name, value] of headersOf(answer)) res.appendHeader(name, value)
  // Whatever Next thinks of caching it: what staff see is kept nowhere (ASVS 14.3.2).
  for (const [name, value] of own) res.setHeader(name, value)
  res.statusCode = answer.statusCode ?? 500
  const type = answer.headers["content-type"]
  if (isOfType(type, "text/html") && !answer.headers["content-encoding"] && request.method !== "HEAD")
    return sendPage(answer, res, release)
  if (!isOfType(type, "text/event-stream")) return passOn(answer, res, release)
  release()
  const ended = desk.limits.streams.add(asked.client, () => res.end())
  if (!ended) {
    answer.destroy()
    res.writeHead(503, { "Retry-After": "30", "Content-Type": "text/plain" }).end("busy")
    return
  }
  res.flushHeaders()
  await passOn(answer, res, release).finally(ended)
}

/** So heavy a page of the desk is repaired; a larger one, of the longest comments, is passed on as it is. */
const largestRepaired = 2 * 1024 * 1024

async function sendPage(answer: IncomingMessage, res: ServerResponse, release: () => void): Promise<void> {
  const rendered = await readUpTo(answer, largestRepaired).catch((error) => {
    throw res.destroyed ? new ClientGone() : error
  })
  if (!rendered) return passOn(answer, res, release)
  const { body, headers } = await packed(res.req, "text/html", repairDeskPage(rendered, res.statusCode))
  // Of the page as it was rendered.
  for (const name of ["Content-Length", "ETag"]) res.removeHeader(name)
  for (const [name, value] of headers) res.appendHeader(name, value)
  res.end(body)
}

function isOfType(header: unknown, type: string): boolean {
  return String(header ?? "").startsWith(type)
}
