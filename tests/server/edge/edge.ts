import http from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import { afterEach } from "vitest"
import type { Route } from "../../../app/routes.ts"
import type { CacheTag } from "../../../db/cache-tags.ts"
import { Documents } from "../../../server/cache/documents.ts"
import type { ActionTable } from "../../../server/edge/action-table.ts"
import { Files } from "../../../server/edge/files.ts"
import { watchHealth } from "../../../server/edge/health.ts"
import { Limits } from "../../../server/edge/limits.ts"
import { MediaFiles, type MediaSource } from "../../../server/edge/media-files.ts"
import { Metrics } from "../../../server/edge/metrics.ts"
import type { Operator } from "../../../server/edge/metrics-endpoint.ts"
import { makeRequestHandler } from "../../../server/edge/request-handler.ts"
import { findRoute } from "../../../server/edge/router.ts"
import { Store } from "../../../server/edge/store.ts"
import { Upstream } from "../../../server/edge/upstream.ts"
import { upstreamChecks } from "../../../server/edge/upstream-checks.ts"
import { answerUpstream, type Checks, type Handler } from "../../../server/edge/upstream-server.ts"
import { listenOnSocket } from "../../../server/edge/upstream-socket.ts"

export type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; text: string }

type Options = {
  siteUrl?: string
  trustedProxies?: number
  files?: Files
  media?: MediaSource
  maxBytes?: number
  checks?: Partial<Checks & { alive(): Promise<unknown> }>
  route?: Partial<Route>
  changed?: (tag: CacheTag) => void
  onUpgrade?: (req: http.IncomingMessage, socket: Duplex) => void
  limits?: Limits
  health?: { now?: () => number; soon?: number }
  operator?: Partial<Operator>
  actions?: ActionTable
}

/** The edge on a port of its own, before a handler that stands in for Next behind a socket. Closed after the test. */
export async function openEdge(next: Handler, options: Options = {}) {
  const limits = options.limits ?? new Limits()
  const store = new Store(new Documents(options.maxBytes), limits.shares)
  const behind = await listenOnSocket()
  const { changed = (tag: string) => handler.changed(tag) } = options
  answerUpstream(behind, next, { ready: async () => [], changed, ...options.checks })
  if (options.onUpgrade) behind.server.on("upgrade", options.onUpgrade)
  const upstream = new Upstream(behind.socketPath, (tag) => handler.changed(tag))
  const { alive, ready, readMetrics } = upstreamChecks(upstream)
  const health = watchHealth(options.checks?.alive ?? alive, options.health?.now, options.health?.soon)
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const site = {
    url: new URL(options.siteUrl ?? `http://localhost:${port}`),
    trustedProxies: options.trustedProxies ?? 0,
  }
  const files = options.files ?? new Files(false)
  const metrics = new Metrics(store, limits)
  const operator = {
    metrics,
    otherMetrics: readMetrics,
    trustedProxies: site.trustedProxies,
    publicSite: false,
    ...options.operator,
  }
  const handler = makeRequestHandler({
    upstream,
    store,
    files,
    media: new MediaFiles(options.media ?? (async () => false), site.url.protocol === "https:"),
    site,
    health,
    ready,
    limits,
    findRoute: (path) => (options.route ? { ...base, ...options.route } : findRoute(path)),
    actions: options.actions,
    operator,
  })
  server.on("request", handler.request)
  server.on("upgrade", handler.upgrade)
  open.push(async () => {
    health.stop()
    server.closeAllConnections()
    server.close()
    upstream.close()
    await behind.close()
  })
  return {
    handler,
    store,
    server,
    limits,
    port,
    ask: (path: string, given: Ask = {}) => ask(port, path, given),
  }
}

const base: Route = { pattern: "/desk/anything", principal: "staff" }

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

type Ask = { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer }

/** One request, its path sent as it is written. */
export function ask(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Ask = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const req = http.request(
      {
        port,
        host: "127.0.0.1",
        path,
        method,
        headers: { host: `localhost:${port}`, ...headers },
        agent: false,
      },
      (res) => {
        const chunks: Buffer[] = []
        res.on("data", (chunk) => chunks.push(chunk))
        res.on("error", reject)
        res.on("end", () => {
          const all = Buffer.concat(chunks)
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            body: all,
            text: all.toString("utf8"),
          })
        })
      },
    )
    req.on("error", reject)
    req.end(body)
  })
}

/** A handler that answers every address with one page. */
export function page(html: string | (() => string), status = 200): Handler {
  return async (_, res) => {
    res.writeHead(status, { "content-type": "text/html; charset=utf-8" })
    res.end(typeof html === "string" ? html : html())
  }
}

/** Resolves once so many more requests have been given to the edge. */
export function requests(server: http.Server, count: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0
    server.on("request", () => {
      if (++seen === count) resolve()
    })
  })
}

/** A promise and what settles it. */
export function gate() {
  let open: () => void = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}
