import path from "node:path"
import { ActionTable } from "./action-table.ts"
import type { Checks } from "./checks.ts"
import type { Door } from "./door.ts"
import { Files } from "./files.ts"
import { makeFrontDoor } from "./front-door.ts"
import { Limits } from "./limits.ts"
import { listenForChanges } from "./listen.ts"
import { Metrics, type MetricValues } from "./metrics.ts"
import { isLocalName } from "./metrics-access.ts"
import { feelPulse } from "./pulse.ts"
import type { Handler } from "./render.ts"
import { Store } from "./store.ts"

/** What the house has to know to open. */
export type Opening = {
  siteUrl: string
  trustedProxies: number
  metricsToken?: string
  databaseUrl: string
  dev: boolean
}

/** Puts the whole front of the house together behind a door, and opens it. */
export async function openHouse(
  door: Door,
  next: Handler,
  checks: Checks,
  { siteUrl, trustedProxies, metricsToken, databaseUrl, dev }: Opening,
  otherMetrics?: () => Promise<MetricValues>,
): Promise<{ stop(): Promise<void> }> {
  const limits = new Limits()
  const store = new Store(undefined, limits.shares)
  const pulse = feelPulse(checks)
  const listener = await listenForChanges(databaseUrl, store)
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
  const house = { next, store, files, site, dev, checks, pulse, limits, actions, operator }
  door.open(metrics.counted(makeFrontDoor(house)))
  return {
    async stop() {
      pulse.stop()
      await listener.stop()
    },
  }
}
