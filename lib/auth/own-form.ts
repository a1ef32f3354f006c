import { env } from "@/lib/env"

/**
 * Whether a form was sent from a page of ours: what Next asks of server actions, for our own routes. A
 * browser names the origin with every POST, so a request without one, or with `null`, is refused (ASVS 3.5.1).
 */
export function isOwnForm(headers: Headers): boolean {
  const origin = headers.get("origin")
  if (!origin || !URL.canParse(origin)) return false
  const host = new URL(origin).host
  return host === headers.get("host") || host === new URL(env().SITE_URL).host
}
