import { ownCookieHeader, ownName } from "@/lib/auth/own-cookie"
import { readNumbers, signNumbers } from "@/lib/signed-token"

/** How long a browser is remembered as one of somebody who proved their address. */
export const browserDays = 365

/** The cookie without its prefix. */
export const commenterCookie = "commenter"

export function browserCookieName(): string {
  return ownName(commenterCookie)
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
  return ownCookieHeader(commenterCookie, commenter && { value: signBrowser(commenter), days: browserDays })
}
