import type { IncomingHttpHeaders } from "node:http"
import { isForeignForm, isHome } from "./form-origin.ts"
import { ipPrefixOf } from "./network.ts"

/** What the edge knows of itself. */
export type Site = { url: URL; trustedProxies: number }

/**
 * Who asks, as we believe it. `host` and `proto` are ours to choose: what Next sees is never an address
 * of a visitor's making (CVE-2024-34351, ASVS 4.1.3). `foreign` is a form sent from another site.
 */
export type Visitor = { host: string; proto: string; ipPrefix: string; foreign: boolean }

export function readVisitor(headers: IncomingHttpHeaders, remote: string | undefined, site: Site): Visitor {
  const asked = forwarded(headers["x-forwarded-host"], site) ?? headers.host?.toLowerCase() ?? ""
  const home = site.url
  // A name of this very machine stays as it was asked for, so that a redirect does not lead away from its cookies.
  const named = headers.origin !== home.origin && isHome(`${home.protocol}//${asked}`, home)
  return {
    host: named ? asked : home.host,
    proto: home.protocol.slice(0, -1),
    ipPrefix: ipPrefixOf(headers["x-forwarded-for"], remote, site.trustedProxies),
    foreign: isForeignForm(headers, home),
  }
}

/** The value that the outermost trusted proxy wrote. */
function forwarded(header: string | string[] | undefined, site: Site): string | undefined {
  if (site.trustedProxies === 0 || !header) return undefined
  const values = String(header).split(",")
  return values.at(-Math.min(site.trustedProxies, values.length))?.trim().toLowerCase()
}
