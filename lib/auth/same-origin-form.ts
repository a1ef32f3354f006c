import { env } from "@/lib/env"

/**
 * Whether a form was sent from a page of ours: what Next asks of server actions, for our own routes. A
 * browser names the origin with every POST, so a request without one, or with `null`, is refused (ASVS 3.5.1).
 */
export function isSameOriginForm(headers: Headers): boolean {
  const origin = headers.get("origin")
  // The edge names scheme and host, whatever the browser said of them.
  const named = `${headers.get("x-forwarded-proto")}://${headers.get("host")}`
  return origin !== null && (origin === named || origin === new URL(env().SITE_URL).origin)
}
