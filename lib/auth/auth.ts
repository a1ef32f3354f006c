import "server-only"
import NextAuth, { CredentialsSignin, type NextAuthConfig, type User } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { deskPath } from "@/lib/auth/desk-path"
import { deviceCookieName } from "@/lib/auth/device"
import { signInInput } from "@/lib/auth/input"
import { ownAttributes, ownName, secureCookies } from "@/lib/auth/own-cookie"
import { decodeSession, sessionCookieName, sessionDays, sessionSecret } from "@/lib/auth/session-cookie"
import { endSession, startPasswordSession } from "@/lib/auth/sessions"
import { checkPassword } from "@/lib/auth/sign-in"
import { findSession } from "@/lib/auth/viewer"
import { env } from "@/lib/env"
import { parseFields } from "@/lib/parse-form"

/** Refused because of too many tries; the sentence needs to say when to come back. */
export class TooManyTries extends CredentialsSignin {
  override code = "too-many"
  constructor(readonly retryAfterSeconds: number) {
    super()
  }
}

/** The password was right, and a second factor is asked for; the browser that has this token may give it. */
export class SecondStepAsked extends CredentialsSignin {
  override code = "second-step"
  constructor(readonly token: string) {
    super()
  }
}

/**
 * Auth.js, set up at the first request, since a build has no secret. Its token holds the id of a row in
 * `sessions` and nothing else: signing it again with a later date changes nothing, the row decides. Its own end points
 * are not served: our forms call `signIn`, signing out ends the row, and the others tell strangers what they need not know.
 */
export const { signIn } = NextAuth(
  (): NextAuthConfig => ({
    basePath: "/api/auth",
    secret: sessionSecret(),
    trustHost: true,
    useSecureCookies: secureCookies(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: ownAttributes() },
      callbackUrl: { name: ownName(callbackCookie), options: ownAttributes() },
    },
    session: { strategy: "jwt", maxAge: sessionDays.absolute * 86_400 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: {
      // Only sign-in asks for a token: `user` is what `authorize` gave, its id the new session's.
      jwt: async ({ user }) => (user?.id && (await findSession(user.id)) ? { sid: user.id } : null),
      redirect: ({ url }) => `${env().SITE_URL}${deskPath(pathOf(url))}`,
    },
    logger: {
      // A kind and no more: messages and causes may carry the address that was typed (ASVS 16.2.5).
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) console.error(`Sign-in: ${error.name}`)
      },
      warn: () => {},
      debug: () => {},
    },
  }),
)

/** Auth.js notes in a cookie where to go next; our form says it itself and drops the cookie. */
export const callbackCookie = "masthead-next"

async function authorize(credentials: unknown, request: Request): Promise<User | null> {
  const typed = parseFields(signInInput, Object(credentials))
  if (!typed.ok) return null
  const { email, password } = typed.value
  const cookie = cookiesOf(request)
  const answer = await checkPassword({
    email,
    password,
    network: request.headers.get("x-client-network") ?? "unknown",
    device: cookie.get(deviceCookieName()),
  })
  if (!answer.ok) {
    // Never the address: of who guesses, and of who is guessed at, a log needs to know nothing.
    console.warn(`Sign-in refused: ${answer.reason}.`)
    if (answer.reason === "too-many") throw new TooManyTries(answer.retryAfterSeconds)
    return null
  }
  const before = await decodeSession(cookie.get(sessionCookieName()))
  if (before) await endSession(before)
  const step = await startPasswordSession(answer, request.headers.get("user-agent") ?? "")
  if (step && "secondStep" in step) throw new SecondStepAsked(step.secondStep)
  return step && { id: step.sessionId }
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */).map((pair) => {
    const at = pair.indexOf("=")
    return [pair.slice(0, at), pair.slice(at + 1)] as const
  })
  return new Map(pairs)
}

function pathOf(url: string): string {
  return URL.canParse(url) ? url.slice(new URL(url).origin.length) : url
}
