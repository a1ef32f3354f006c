import type { IncomingMessage, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"
import type { Route } from "../../app/routes.ts"
import { sendDocument } from "../cache/serve.ts"
import { logError } from "../log.ts"
import { isDesk, namesTwoHosts, type RequestTarget, readTarget } from "../request-target.ts"
import type { ActionTable } from "./action-table.ts"
import { answerDesk } from "./desk.ts"
import { answerEndpoint } from "./endpoints.ts"
import { ErrorPages } from "./error-pages.ts"
import { refusedSentence } from "./error-text.ts"
import type { Files } from "./files.ts"
import type { HealthWatch } from "./health.ts"
import { readSignedIpPrefix } from "./inner-trip.ts"
import type { Limits } from "./limits.ts"
import type { MediaFiles } from "./media-files.ts"
import type { Operator } from "./metrics-endpoint.ts"
import { takePost } from "./post.ts"
import { Refused, takeUntilOver } from "./quota.ts"
import { type Asked, answerReader, notFoundAnswer, type Reader } from "./reader.ts"
import { Reply } from "./reply.ts"
import type { Store } from "./store.ts"
import { passUpgrade, refuseUpgrade } from "./upgrade.ts"
import { ClientGone, type Upstream } from "./upstream.ts"
import { readVisitor, type Site } from "./visitor.ts"

export type EdgeContext = {
  upstream: Upstream
  store: Store
  files: Files
  media: MediaFiles
  site: Site
  health: HealthWatch
  /** Rejects while the database does not answer; its lines say what else an operator should know. */
  ready(): Promise<string[]>
  limits: Limits
  findRoute(pathname: string): Route | null
  /** Of the build; in development there is none. */
  actions?: ActionTable
  operator: Operator
  dev?: boolean
}

/** Addresses by which Next's own scripts ask for a page's data; no reader's page has such a script. */
const ofScripts = /\.rsc$|\.segments\//

/** The one way in: judges a request, and hands it to those who answer it. */
export function makeRequestHandler(edge: EdgeContext) {
  const https = edge.site.url.protocol === "https:"
  const { upstream, store, limits, findRoute, dev = false } = edge
  const pages: ErrorPages = new ErrorPages(() => notFoundHtml(reader))
  const reply = new Reply(https, pages)
  const reader: Reader = { upstream, store, pages, limits, https, host: edge.site.url.host }
  const desk = { upstream, limits, https, dev }
  const post = { actions: edge.actions, dev, reply, reader, desk, passes }

  /** In development everything passes as it comes: hot reload is made of scripts, and nothing is kept. */
  function passes({ pathname }: RequestTarget): boolean {
    return dev || isDesk(pathname)
  }

  function readAsked(req: IncomingMessage, target: RequestTarget): Asked {
    const visitor = readVisitor(req.headers, req.socket.remoteAddress, edge.site)
    const nested = readSignedIpPrefix(req.headers)
    visitor.ipPrefix = nested ?? visitor.ipPrefix
    const client = limits.staff.clientOf(req.headers, visitor.ipPrefix)
    return { target, route: findRoute(target.pathname), visitor, client, nested: nested !== null }
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const reads = req.method === "GET" || req.method === "HEAD"
    if (!reads && req.method !== "POST") return reply.refuse(res, 405, { Allow: "GET, HEAD, POST" })
    const target = readTarget(req.url)
    if (!target || namesTwoHosts(req.rawHeaders)) return reply.refuse(res, 400)
    if (reads && (await answerEndpoint(edge, reply, req, res, target.pathname))) return
    if (!passes(target) && ofScripts.test(target.pathname)) return reply.refuse(res, 404)

    const asked = readAsked(req, target)
    // Next asks for another page of the desk after an action; it never has a form to send.
    if (asked.nested && !(reads && passes(target))) return reply.refuse(res, 403)
    if (!asked.nested) takeUntilOver(limits.requests, asked.client, res)
    if (!reads) return takePost(post, req, res, asked)
    if (await edge.media.answer(req, res, target.pathname)) return
    if (passes(target)) return answerDesk(desk, req, res, asked)
    const { pathname } = target
    if (!asked.route && pathname.endsWith("/") && findRoute(pathname.slice(0, -1)))
      return reply.refuse(res, 308, { Location: target.url.slice(0, -1) + target.search })
    return answerReader(reader, req, res, asked)
  }

  async function fail(error: unknown, req: IncomingMessage, res: ServerResponse): Promise<void> {
    // Client aborted: not an error.
    if ((req.destroyed && !req.complete) || error instanceof ClientGone) return
    if (error instanceof Refused && !res.headersSent) {
      const more: Record<string, string> = { "Retry-After": String(error.retryAfter) }
      // What is left of a body is not read.
      if (!req.complete) more.Connection = "close"
      // Scripts at the desk show the words of a plain answer.
      if (req.headers["next-action"] !== undefined)
        return reply.text(res, error.status, refusedSentence, more)
      return reply.refuse(res, error.status, more)
    }
    logError("request failed", error, req.url)
    if (res.headersSent) res.destroy()
    else await reply.refuse(res, 500)
  }

  return {
    request(req: IncomingMessage, res: ServerResponse) {
      // By far the most requests are for a document that is held, and its key is the address as it was sent.
      const reads = req.method === "GET" || req.method === "HEAD"
      const held = reads ? store.held(req.url ?? "") : undefined
      if (held) sendDocument(req, res, held)
      else {
        answer(req, res)
          .catch((error: unknown) => fail(error, req, res))
          .catch((error: unknown) => {
            logError("refusing failed", error, req.url)
            res.destroy()
          })
      }
      edge.operator.metrics.count(req, res)
    },

    /** Drops what carries a cache tag. */
    changed(tag: string) {
      store.changed(tag)
      pages.changed(tag)
      edge.media.changed(tag)
    },

    /** Lets errors have the publication's frame. */
    fetchFrame: () => pages.fetchFrame(),

    /** A connection that asks for another protocol. */
    upgrade(req: IncomingMessage, socket: Duplex, head: Buffer) {
      const target = readTarget(req.url)
      const asked = target && readAsked(req, target)
      if (!asked || asked.nested || asked.visitor.foreign) return refuseUpgrade(socket, "403 Forbidden")
      if (!dev && !asked.route?.upgrade) return refuseUpgrade(socket, "404 Not Found")
      passUpgrade({ upstream, limits, asked }, req, socket, head)
    },
  }
}

/** The page of addresses that do not exist, with the face of its headline, which is preloaded by a header, in its head. */
async function notFoundHtml(reader: Reader): Promise<string> {
  const { headers, body } = await notFoundAnswer(reader)
  const link = headers.find(([name]) => name === "link")?.[1] ?? ""
  const [, font] = /<([^>"]+)>; rel=preload; as="font"/.exec(link) ?? []
  const preload = font ? `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin="">` : ""
  return body.toString("utf8").replace("</head>", () => `${preload}</head>`)
}
