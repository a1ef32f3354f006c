import type { IncomingHttpHeaders } from "node:http"
import { networkOf } from "./network.ts"

/** What the front door knows of itself. */
export type Site = { url: URL; trustedProxies: number }

/**
 * Who asks, as we believe it. `host` and `proto` are ours to choose: what Next sees is never an address
 * of a visitor's making (CVE-2024-34351, ASVS 4.1.3). `foreign` is a form sent from another site.
 */
export type Visitor = { host: string; proto: string; network: string; foreign: boolean }

export function readVisitor(headers: IncomingHttpHeaders, remote: string | undefined, site: Site): Visitor {
  const asked = forwarded(headers["x-forwarded-host"], site) ?? headers.host?.toLowerCase() ?? ""
  const origin = headers.origin
  const fromHome = origin === site.url.origin
  // A development machine has several names for itself; a public site has one.
  const loopback = !fromHome && isLoopback(site.url.host) && isLoopback(asked)
  return {
    host: loopback ? asked : site.url.host,
    proto: loopback ? "http" : site.url.protocol.slice(0, -1),
    network: networkOf(headers["x-forwarded-for"], remote, site.trustedProxies),
    foreign:
      headers["sec-fetch-site"] === "cross-site" ||
      (origin !== undefined && !fromHome && hostOf(origin) !== asked),
  }
}

/** The value that the outermost trusted proxy wrote. */
function forwarded(header: string | string[] | undefined, site: Site): string | undefined {
  if (site.trustedProxies === 0 || !header) return undefined
  const values = String(header).split(",")
  return values.at(-Math.min(site.trustedProxies, values.length))?.trim().toLowerCase()
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)
}

/** An `Origin` is never empty, so that one without a host (`null`, `file://`) is nobody's. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host || null
  } catch {
    return null
  }
}
