import { decode, encode } from "next-auth/jwt"
import { ownName } from "@/lib/auth/own-cookie"
import { env } from "@/lib/env"

/** A session lives this long at most, and this long without a visit. */
export const sessionDays = { absolute: 30, idle: 7 }

/** The row of a session that has ended is kept so long. */
export const endedSessionDays = 30

/** The session's cookie without its prefix. */
export const sessionCookie = "masthead-session"

export function sessionCookieName(): string {
  return ownName(sessionCookie)
}

/** The cookie's value: Auth.js's encrypted token, carrying nothing but the id of a row in `sessions`. */
export function encodeSession(sessionId: string): Promise<string> {
  return encode({
    token: { sid: sessionId },
    secret: sessionSecret(),
    salt: sessionCookieName(),
    maxAge: sessionDays.absolute * 86_400,
  })
}

/** The session's id, or `null` for a value that is missing, changed, expired or sealed elsewhere. */
export async function decodeSession(value: string | undefined): Promise<string | null> {
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: sessionSecret(), salt: sessionCookieName() })
    return typeof token?.sid === "string" ? token.sid : null
  } catch {
    // `jose` throws for everything that is not a token of ours; a stranger may send anything.
    return null
  }
}

/** The secret that seals sessions; Auth.js derives a key for each cookie name from it. */
export function sessionSecret(): string {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set")
  return AUTH_SECRET
}
