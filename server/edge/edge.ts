import path from "node:path"
import { listenForChanges } from "../cache/listen.ts"
import { ActionTable } from "./action-table.ts"
import type { Checks } from "./checks.ts"
import { Files } from "./files.ts"
import { watchHealth } from "./health.ts"
import { Limits } from "./limits.ts"
import type { EdgeListener } from "./listener.ts"
import { Metrics, type MetricValues } from "./metrics.ts"
import { isLocalName } from "./metrics-access.ts"
import type { Handler } from "./render.ts"
import { makeRequestHandler } from "./request-handler.ts"
import { Store } from "./store.ts"

/** What the edge is configured with. */
export type Opening = {
  siteUrl: string
  trustedProxies: number
  metricsToken?: string
  databaseUrl: string
  dev: boolean
}

/** Makes the edge from its parts, and lets the listener answer with it. */
export async function openEdge(
  listener: EdgeListener,
  next: Handler,
  checks: Checks,
  { siteUrl, trustedProxies, metricsToken, databaseUrl, dev }: Opening,
  otherMetrics?: () => Promise<MetricValues>,
): Promise<{ stop(): Promise<void> }> {
  const limits = new Limits()
  const store = new Store(undefined, limits.shares)
  const health = watchHealth(checks)
  const changes = await listenForChanges(databaseUrl, store)
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
  const operator = { metrics, otherMetrics, token: metricsToken, trustedProxies, publicSite }
  const edge = { next, store, files, site, dev, checks, health, limits, actions, operator }
  listener.open(metrics.counted(makeRequestHandler(edge)))
  return {
    async stop() {
      health.stop()
      await changes.stop()
    },
  }
}
