import { env } from "@/lib/env"

const schemes = new Set(["http:", "https:", "mailto:", "tel:"])

/**
 * The address a stored link may lead to, or null. It is read as a browser reads it and written out
 * anew, so that no spelling of another scheme gets through. A path belongs to this site.
 */
export function safeLink(href: unknown): string | null {
  if (typeof href !== "string" || href.length > 2000) return null
  if (/^#[\w-]+$/.test(href)) return href
  const url = resolve(href)
  return url && schemes.has(url.protocol) ? url.href : null
}

/** The same as it is kept in a document: a path stays a path, so that a text can move with its site. */
export function storableLink(href: unknown): string | null {
  const safe = safeLink(href)
  if (safe === null || !String(href).startsWith("/") || leavesSite(safe)) return safe
  const { pathname, search, hash } = new URL(safe)
  return pathname + search + hash
}

/** Whether an address leaves this site. */
export function leavesSite(href: string): boolean {
  const url = resolve(href)
  return url !== null && url.origin !== new URL(env().SITE_URL).origin
}

function resolve(href: string): URL | null {
  const base = env().SITE_URL
  return URL.canParse(href, base) ? new URL(href, base) : null
}
