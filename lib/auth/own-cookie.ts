import { env } from "@/lib/env"

/** Whether cookies may be Secure: the site's own address says so, not a header of the request. */
export function secureCookies(): boolean {
  return env().SITE_URL.startsWith("https:")
}

/** `__Host-` on https: only this very host can set it, for every path, over TLS (ASVS 3.3.1, 3.3.3). */
export function ownName(name: string): string {
  return secureCookies() ? `__Host-${name}` : name
}

/**
 * What every cookie of ours is set with, and cleared with: a browser ignores a clearing of a `__Host-` cookie that is
 * not Secure itself.
 */
export function ownAttributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() } as const
}

/** A cookie as Next's cookie store takes it; without a value it is cleared. */
export function ownCookie(name: string, kept: { value: string; days: number } | null) {
  const maxAge = kept ? Math.round(kept.days * 86_400) : 0
  return { name: ownName(name), value: kept?.value ?? "", ...ownAttributes(), maxAge }
}

/** The same as a `Set-Cookie` header. */
export function ownCookieHeader(...[name, kept]: Parameters<typeof ownCookie>): string {
  const cookie = ownCookie(name, kept)
  const secure = cookie.secure ? "; Secure" : ""
  return `${cookie.name}=${cookie.value}; Path=${cookie.path}; Max-Age=${cookie.maxAge}; HttpOnly; SameSite=Lax${secure}`
}
