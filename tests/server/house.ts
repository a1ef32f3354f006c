import http from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach } from "vitest"
import type { ActionTable } from "../../server/action-table.ts"
import type { Checks } from "../../server/checks.ts"
import { Documents } from "../../server/documents.ts"
import { Files } from "../../server/files.ts"
import { makeFrontDoor } from "../../server/front-door.ts"
import { Limits } from "../../server/limits.ts"
import { Metrics } from "../../server/metrics.ts"
import type { Operator } from "../../server/operator.ts"
import { feelPulse, type Pulse } from "../../server/pulse.ts"
import type { Handler } from "../../server/render.ts"
import { Store } from "../../server/store.ts"

export type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; text: string }

type Options = {
  siteUrl?: string
  trustedProxies?: number
  files?: Files
  maxBytes?: number
  checks?: Partial<Checks>
  limits?: Limits
  pulse?: { now?: () => number; soon?: number }
  operator?: Partial<Operator>
  actions?: ActionTable
}

/** The front door on a port of its own, before a handler that stands in for Next. Closed after the test. */
export async function openHouse(next: Handler, options: Options = {}) {
  const limits = options.limits ?? new Limits()
  const store = new Store(new Documents(options.maxBytes), limits.shares)
  const checks = { alive: async () => true, ready: async () => true, ...options.checks }
  const pulse = feelPulse(checks, options.pulse?.now, options.pulse?.soon)
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const site = {
    url: new URL(options.siteUrl ?? `http://localhost:${port}`),
    trustedProxies: options.trustedProxies ?? 0,
  }
  const files = options.files ?? new Files(false)
  const metrics = new Metrics(store, limits)
  const operator = { metrics, trustedProxies: site.trustedProxies, publicSite: false, ...options.operator }
  const { actions } = options
  const house = { next, store, files, site, checks, pulse, limits, actions, operator }
  server.on("request", metrics.counted(makeFrontDoor(house)))
  open.push(server)
  pulses.push(pulse)
  return {
    store,
    server,
    limits,
    port,
    ask: (path: string, given: Ask = {}) => ask(port, path, given),
  }
}

const open: http.Server[] = []
const pulses: Pulse[] = []
afterEach(() => {
  for (const pulse of pulses.splice(0)) pulse.stop()
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
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

/** Resolves once so many more requests have been given to the front door. */
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
