import { env } from "@/lib/env"

/** Whom passkeys are made for (WebAuthn, 5.1.2): the site's own address says so, not a header of the request. */
export function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(env().SITE_URL)
  return { id: hostname, origin }
}
