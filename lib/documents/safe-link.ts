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

/** Whether an address leaves this site. */
export function leavesSite(href: string): boolean {
  const url = resolve(href)
  return url !== null && url.origin !== new URL(env().SITE_URL).origin
}

function resolve(href: string): URL | null {
  const base = env().SITE_URL
  return URL.canParse(href, base) ? new URL(href, base) : null
}
