import path from "node:path"
import { routes } from "../../app/routes.ts"
import { listenForChanges } from "../cache/listen.ts"
import { ActionTable } from "./action-table.ts"
import { Files } from "./files.ts"
import { watchHealth } from "./health.ts"
import { Limits } from "./limits.ts"
import type { EdgeListener } from "./listener.ts"
import { MediaFiles } from "./media-files.ts"
import { type MediaPlace, mediaSource } from "./media-source.ts"
import { Metrics } from "./metrics.ts"
import { isLocalName } from "./metrics-access.ts"
import { makeRequestHandler } from "./request-handler.ts"
import { findRoute } from "./router.ts"
import { Store } from "./store.ts"
import { Upstream } from "./upstream.ts"
import { upstreamChecks } from "./upstream-checks.ts"

/** What the edge is configured with. */
export type Opening = {
  siteUrl: string
  trustedProxies: number
  metricsToken?: string
  databaseUrl: string
  /** Where the server behind it listens. */
  socketPath: string
  media: MediaPlace
  dev: boolean
}

export type Edge = {
  /** Drops what carries a cache tag. */
  changed(tag: string): void
  /** Ends what would go on for as long as anybody listens. */
  endStreams(): void
  stop(): Promise<void>
}

/** Makes the edge from its parts, and lets the listener answer with it. */
export async function openEdge(
  listener: EdgeListener,
  { siteUrl, trustedProxies, metricsToken, databaseUrl, socketPath, media, dev }: Opening,
): Promise<Edge> {
  const limits = new Limits()
  const store = new Store(undefined, limits.shares)
  const upstream = new Upstream(socketPath, (tag) => handler.changed(tag))
  const { alive, ready, readMetrics } = upstreamChecks(upstream)
  const health = watchHealth(alive)
  const site = { url: new URL(siteUrl), trustedProxies }
  const files = new Files(site.url.protocol === "https:")
  if (!dev) {
    files
      .add(path.resolve(".next/static"), "/_next/static/", { forever: true })
      .add(path.resolve("public"), "/")
  }
  const actions = dev ? undefined : ActionTable.read(path.resolve(".next"))
  const metrics = new Metrics(store, limits)
  const publicSite = !isLocalName(site.url.host)
  const operator = { metrics, otherMetrics: readMetrics, token: metricsToken, trustedProxies, publicSite }
  const handler = makeRequestHandler({
    upstream,
    store,
    files,
    media: new MediaFiles(mediaSource(media), site.url.protocol === "https:"),
    site,
    health,
    ready,
    limits,
    findRoute,
    actions,
    operator,
    dev,
  })
  const changes = await listenForChanges(databaseUrl, handler)
  // Without a taker Node answers such a request as a plain one, which is what its sender expects (RFC 9110 7.8).
  const upgrades = dev || routes.some(({ upgrade }) => upgrade)
  listener.open(handler.request, upgrades ? handler.upgrade : undefined)
  if (!dev) void handler.fetchFrame()
  return {
    changed: handler.changed,
    endStreams: () => limits.streams.endAll(),
    async stop() {
      health.stop()
      upstream.close()
      await changes.stop()
    },
  }
}
