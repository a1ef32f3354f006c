import type { IncomingHttpHeaders } from "node:http"
import { sessionIn } from "./session-cookie.ts"

/**
 * Whether a form comes from another site, by whole origins: scheme, host and port. A browser names the origin of every
 * form. Programs need not, unless they carry a staff session, which a browser that hides both headers would carry too.
 */
export function isForeignForm(headers: IncomingHttpHeaders, home: URL): boolean {
  const { origin, cookie, "sec-fetch-site": site } = headers
  if (site === "cross-site") return true
  if (origin !== undefined) return !isHome(origin, home)
  if (site === undefined || site === "none") return sessionIn(cookie) !== null
  return site !== "same-origin"
}

/** A development machine has several names for itself; a public site has one. */
export function isHome(origin: string, home: URL): boolean {
  if (origin === home.origin) return true
  if (!isLoopback(home.hostname)) return false
  const url = URL.canParse(origin) ? new URL(origin) : null
  return (
    url?.origin === origin &&
    url.protocol === home.protocol &&
    url.port === home.port &&
    isLoopback(url.hostname)
  )
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}
