import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http"
import type { RequestTarget } from "../request-target.ts"
import { commonHeaders, deskPolicy, keepNowhere, makeNonce } from "./headers.ts"
import { signIpPrefix } from "./inner-trip.ts"
import type { Limits } from "./limits.ts"
import type { Asked } from "./reader.ts"
import { type Handler, makeRequest, type Request, render } from "./render.ts"
import { isRouterState } from "./router-state.ts"
import type { Visitor } from "./visitor.ts"
import { whenOver } from "./when-over.ts"

export type Desk = { next: Handler; limits: Limits; https: boolean; dev: boolean }

/**
 * Answers what staff ask for: passed through as it comes, under a policy with a nonce of its own that
 * Next reads from the request's header. A visitor's own header of that name never gets there.
 */
export async function answerDesk(
  desk: Desk,
  req: IncomingMessage,
  res: ServerResponse,
  { target, visitor, client, nested }: Omit<Asked, "route">,
  body?: Buffer,
): Promise<void> {
  const policy = deskPolicy(makeNonce())
  const headers = deskRequest(req, visitor, desk.dev ? undefined : policy, body)
  // A page cannot know its own address by itself; sign-in leads back to it.
  headers["x-request-path"] = target.url + target.search
  const request = { method: req.method ?? "GET", url: target.url + target.search, headers, body }
  for (const [name, value] of commonHeaders(desk.https)) res.setHeader(name, value)
  if (!desk.dev) res.setHeader("Content-Security-Policy", policy)
  // What Next asks for itself is a part of a request that has a place; waiting for another could be in vain.
  const place = nested ? null : desk.limits.shares.ask(client)
  const leave = () => place?.leave()
  // Before rendering, an aborted request leaves the queue. After it began, its place is freed when Next has settled.
  let begun = false
  whenOver(res, () => {
    if (!begun) leave()
  })
  // A stream of events goes on for hours and renders nothing.
  neverKept(res, leave)
  await place?.granted
  begun = true
  try {
    await answerInPlace(desk, req, res, target, request)
  } finally {
    leave()
  }
  if (req.method !== "GET" || !isDeskPath(target)) return
  if (isPage(res)) desk.limits.staff.add(req.headers)
  else if (res.statusCode === 307) desk.limits.staff.remove(req.headers)
}

/** Next answers a stranger's request for a page with 307, and one for the page's data with 200 all the same. */
function isPage(res: ServerResponse): boolean {
  return res.statusCode === 200 && String(res.getHeader("content-type")).startsWith("text/html")
}

function isDeskPath({ pathname }: RequestTarget): boolean {
  return /^\/desk(\/|$)/.test(pathname)
}

async function answerInPlace(
  desk: Desk,
  req: IncomingMessage,
  res: ServerResponse,
  target: RequestTarget,
  request: Request,
): Promise<void> {
  // A form without script cannot be told of an action that is gone, so its page is shown anew.
  if (req.method === "POST" && !request.headers["next-action"] && !desk.dev) {
    const answer = await render(desk.next, request)
    const gone = answer.headers.some(([name]) => name === "x-nextjs-action-not-found")
    if (gone) res.writeHead(303, { Location: target.url }).end()
    else {
      for (const [name, value] of answer.headers) res.appendHeader(name, value)
      res.writeHead(answer.status).end(answer.body)
    }
    return
  }
  await desk.next(makeRequest(request), res)
}

/** Headers by which one part of Next talks to another, or a proxy to us: nothing for visitors to say. */
const inner =
  /^(x-middleware-|x-invoke-|x-action-|x-vercel-|x-now-|x-prerender-|x-next-|x-nextjs-data$|x-nextjs-rewritten|x-matched-path$|x-forwarded-|x-real-ip$|x-client-|x-original-|x-rewrite-|x-http-method|next-resume|forwarded$|content-security-policy|connection$|keep-alive$|upgrade$|te$|trailer$|transfer-encoding$|expect$|proxy-|traceparent$|tracestate$|baggage$|if-|range$)/

function deskRequest(
  req: IncomingMessage,
  visitor: Visitor,
  policy: string | undefined,
  body: Buffer | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !inner.test(name)) headers[name] = String(value)
  }
  const state = headers["next-router-state-tree"]
  if (state !== undefined && !isRouterState(state)) delete headers["next-router-state-tree"]
  headers.host = visitor.host
  headers["x-forwarded-host"] = visitor.host
  headers["x-forwarded-proto"] = visitor.proto
  Object.assign(headers, signIpPrefix(visitor.network))
  if (headers.origin) headers.origin = `${visitor.proto}://${visitor.host}`
  if (policy) headers["content-security-policy"] = policy
  if (body) headers["content-length"] = String(body.length)
  return headers
}

/** Whatever Next thinks of caching it: what staff see is kept nowhere (ASVS 14.3.2). */
function neverKept(res: ServerResponse, whenStream: () => void): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((value) => typeof value === "object" && value !== null)
    for (const [name, value] of Object.entries((given ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) res.setHeader(name, value)
    }
    res.setHeader(...keepNowhere)
    if (String(res.getHeader("content-type")).startsWith("text/event-stream")) whenStream()
    return writeHead(status)
  }) as typeof res.writeHead
}
