import { secureCookies } from "@/lib/auth/session-cookie"
import { readNumbers, signNumbers } from "@/lib/signed-token"

/** How long a browser is remembered as one of somebody who proved their address. */
const browserDays = 365

/** `__Host-` on https: only this very host can set it, for every path, over TLS (ASVS 3.3.1, 3.3.3). */
export function browserCookieName(): string {
  return secureCookies() ? "__Host-commenter" : "commenter"
}

/** What a browser carries: who, and under which epoch. The address is not in it. */
export function signBrowser({ id, epoch }: { id: number; epoch: number }, now: Date = new Date()): string {
  const until = Math.floor(now.getTime() / 1000) + browserDays * 86_400
  return signNumbers("commenter-token", [id, epoch, until])
}

/** Who a cookie names, still to be compared with the row's epoch; `null` when it is not ours or has run out. */
export function readBrowser(
  value: string | undefined,
  now: Date = new Date(),
): { id: number; epoch: number } | null {
  const [id, epoch, until] = readNumbers("commenter-token", value ?? "", 3) ?? []
  return id && epoch && until && now.getTime() / 1000 < until ? { id, epoch } : null
}

/** The header that makes a browser remembered, or forgotten where there is nobody. */
export function browserCookie(commenter: { id: number; epoch: number } | null): string {
  const value = commenter ? signBrowser(commenter) : ""
  const secure = secureCookies() ? "; Secure" : ""
  const age = commenter ? browserDays * 86_400 : 0
  return `${browserCookieName()}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}
