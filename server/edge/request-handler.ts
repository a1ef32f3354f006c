import type { IncomingMessage, ServerResponse } from "node:http"
import { sendDocument } from "../cache/serve.ts"
import { logError } from "../log.ts"
import { isDesk, type RequestTarget, readTarget } from "../request-target.ts"
import type { ActionTable } from "./action-table.ts"
import { readBody } from "./body.ts"
import type { Checks } from "./checks.ts"
import { answerDesk } from "./desk.ts"
import { errorPolicy, faultPage, faultSentence, pageFor, refusedSentence } from "./error-page.ts"
import type { Files } from "./files.ts"
import { commonHeaders, keepNowhere } from "./headers.ts"
import { type HealthWatch, settlesWithin } from "./health.ts"
import { readSignedIpPrefix } from "./inner-trip.ts"
import { Limits } from "./limits.ts"
import { answerMetrics, type Operator } from "./metrics-endpoint.ts"
import { type Fault, judgeForm } from "./posted-action.ts"
import { listOfText, readPostedText } from "./posted-text.ts"
import { type Client, type Quota, Refused } from "./quota.ts"
import { answerForm, answerReader } from "./reader.ts"
import { ClientGone, type Handler } from "./render.ts"
import { findRoute } from "./router.ts"
import type { Store } from "./store.ts"
import { readVisitor, type Site } from "./visitor.ts"
import { whenOver } from "./when-over.ts"

export type EdgeContext = {
  next: Handler
  store: Store
  files: Files
  site: Site
  checks: Checks
  health: HealthWatch
  limits?: Limits
  /** Of the build; in development there is none. */
  actions?: ActionTable
  operator?: Operator
  dev?: boolean
}

/** In development a form may be posted to pages that were made since the start. */
const largestInDevelopment = 1024 * 1024

/**
 * Forms that may come from anywhere: the token in the address is the whole proof, no cookie is handed on,
 * and they are sent by mail programs and from a webmail's sandbox (`Origin: null`, RFC 8058).
 */
const proofInAddress =
  /^\/(newsletter\/(confirm|preferences|unsubscribe)|comments\/(prove|stop|mine))\/[^/]+$/

/** Route handlers, which read small forms in any encoding by themselves. */
const routeHandler = /^\/api\/|\/\[token\]\/answer$/

/** Addresses by which Next's own scripts ask for a page's data; no reader's page has such a script. */
const inner = /\.rsc$|\.segments\//

/** The one way in: judges a request, and hands it to those who answer it. */
export function makeRequestHandler(edge: EdgeContext): (req: IncomingMessage, res: ServerResponse) => void {
  const https = edge.site.url.protocol === "https:"
  const dev = edge.dev ?? false
  const limits = edge.limits ?? new Limits()
  const reader = { next: edge.next, store: edge.store, limits, https, host: edge.site.url.host }
  const desk = { next: edge.next, limits, https, dev }

  // In development everything passes as it comes: hot reload is made of scripts, and nothing is kept.
  const passes = (target: RequestTarget) => dev || isDesk(target.pathname)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const reads = req.method === "GET" || req.method === "HEAD"
    if (!reads && req.method !== "POST") return refuse(res, 405, { Allow: "GET, HEAD, POST" })
    const target = readTarget(req.url)
    if (!target) return refuse(res, 400)
    if (reads && (await answerPlain(req, res, target))) return
    if (!passes(target) && inner.test(target.pathname)) return refuse(res, 404)

    const visitor = readVisitor(req.headers, req.socket.remoteAddress, edge.site)
    const nested = readSignedIpPrefix(req.headers)
    // Next asks for another page of the desk after an action; it never has a form to send.
    if (nested !== null && !(reads && passes(target))) return refuse(res, 403)
    visitor.network = nested ?? visitor.network
    const client = limits.staff.clientOf(req.headers, visitor.network)
    const route = findRoute(target.pathname)
    const asked = { target, route, visitor, client, nested: nested !== null }
    if (!asked.nested) take(limits.requests, client, res)
    if (reads) {
      if (passes(target)) return answerDesk(desk, req, res, asked)
      const { pathname } = target
      if (!route && pathname.endsWith("/") && findRoute(pathname.slice(0, -1)))
        return refuse(res, 308, { Location: target.url.slice(0, -1) + target.search })
      return answerReader(reader, req, res, asked)
    }
    if (visitor.foreign) {
      if (!proofInAddress.test(target.pathname)) return refuse(res, 403)
      req.headers.cookie = undefined
      // So that whoever answers can tell: a form of another site gives this browser nothing to keep.
      req.headers.origin = undefined
    }
    const largest = dev ? largestInDevelopment : route?.form
    if (!largest)
      return refuse(res, route ? 405 : 404, { ...(route && { Allow: "GET, HEAD" }), Connection: "close" })
    const body = await readBody(req, { limit: largest, buffered: limits.buffered, client })
    if (!body) return refuse(res, 413, { Connection: "close" })
    try {
      const form = {
        page: route?.pattern,
        byScript: passes(target),
        toHandler: proofInAddress.test(target.pathname) || routeHandler.test(route?.pattern ?? ""),
        body: body.bytes,
      }
      const posted = await judgeForm(edge.actions, req.headers, form)
      if ("fault" in posted) await refuseForm(req, res, posted.fault, body.bytes)
      else if (passes(target)) await answerDesk(desk, req, res, asked, posted.body)
      else await answerForm(reader, req, res, asked, posted.body)
    } finally {
      body.release()
    }
  }

  /** Scripts at the desk show the words of a plain answer. */
  async function refuseForm(req: IncomingMessage, res: ServerResponse, fault: Fault, body: Buffer) {
    if (req.headers["next-action"] !== undefined) return say(res, 400, faultSentence(fault))
    const typed = await readPostedText(req.headers["content-type"] ?? "", body)
    send(res, 400, faultPage(fault, listOfText(typed)))
  }

  /** What needs no page: files, and whether we are well. */
  async function answerPlain(
    req: IncomingMessage,
    res: ServerResponse,
    target: RequestTarget,
  ): Promise<boolean> {
    const { pathname } = target
    if (pathname === "/healthz") {
      const health = await edge.health.health()
      say(res, health === "dead" ? 503 : 200, health)
    } else if (pathname === "/readyz")
      await sayWell(res, edge.checks.ready(), "ready", "the database does not answer")
    else if (pathname === "/metrics" && edge.operator) await answerMetrics(edge.operator, req, res, say)
    else if (edge.files.has(pathname)) await edge.files.send(req, res, pathname)
    else if (pathname.startsWith("/_next") && !dev) say(res, 404, "Not found")
    else return false
    return true
  }

  async function sayWell(res: ServerResponse, check: Promise<unknown>, yes: string, no: string) {
    const well = await settlesWithin(1000, check)
    say(res, well ? 200 : 503, well ? yes : no)
  }

  function say(res: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8") {
    for (const [name, value] of [keepNowhere, ...commonHeaders(https)]) res.setHeader(name, value)
    res.writeHead(status, { "Content-Type": type, "Content-Security-Policy": errorPolicy })
    res.end(`${text}\n`)
  }

  function refuse(res: ServerResponse, status: number, more: Record<string, string> = {}) {
    send(res, status, pageFor(status), more)
  }

  function send(res: ServerResponse, status: number, html: string, more: Record<string, string> = {}) {
    for (const [name, value] of [keepNowhere, ...commonHeaders(https)]) res.setHeader(name, value)
    res.writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": errorPolicy,
      ...more,
    })
    res.end(html)
  }

  return (req, res) => {
    // By far the most requests are for a document that is held, and its key is the address as it was sent.
    const reads = req.method === "GET" || req.method === "HEAD"
    const held = reads ? edge.store.held(req.url ?? "") : undefined
    if (held) return sendDocument(req, res, held)
    answer(req, res).catch((error: unknown) => {
      // Client aborted: not an error.
      if (req.destroyed && !req.complete) return
      if (error instanceof ClientGone || (res.destroyed && isAbort(error))) return
      if (error instanceof Refused && !res.headersSent) {
        // What is left of a body is not read.
        res.setHeader("Retry-After", String(error.retryAfter))
        if (!req.complete) res.setHeader("Connection", "close")
        // Scripts at the desk show the words of a plain answer.
        if (req.headers["next-action"] !== undefined) return say(res, error.status, refusedSentence)
        return refuse(res, error.status)
      }
      logError("request failed", error, req.url)
      if (res.headersSent) res.destroy()
      else refuse(res, 500)
    })
  }
}

/** What Next rejects with when the client of a stream has gone. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "ResponseAborted"
}

/** Takes one of the client's share until the response has ended. */
function take(quota: Quota, client: Client, res: ServerResponse): void {
  const status = quota.take(client)
  if (status) throw new Refused(status)
  whenOver(res, () => quota.give(client))
}
