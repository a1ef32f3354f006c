/**
 * The session in a request's cookies, still to be judged; `lib/auth/session-cookie.ts` names and makes it. Of several
 * the first, which is enough to test for presence.
 */
export function sessionIn(cookie: string | undefined): string | null {
  return sessionsIn(cookie)[0] ?? null
}

/** The one session in a request's cookies; null where there are several, since it is not said here which of them counts. */
export function onlySessionIn(cookie: string | undefined): string | null {
  const [only, ...more] = sessionsIn(cookie)
  return only && more.length === 0 ? only : null
}

function sessionsIn(cookie = ""): string[] {
  return [...cookie.matchAll(/(?:^|;\s*)(?:__Host-)?masthead-session=([^;]+)/g)].map(
    ([, value = ""]) => value,
  )
}
