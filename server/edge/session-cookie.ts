/** The session in a request's cookies, still to be judged; `lib/auth/session-cookie.ts` names and makes it. */
export function sessionIn(cookie: string | undefined): string | null {
  return /(?:^|;\s*)(?:__Host-)?masthead-session=([^;]+)/.exec(cookie ?? "")?.[1] ?? null
}
