import { forgetOldSessions } from "@/lib/auth/sessions"
import { forgetOldStaffLinks } from "@/lib/auth/staff-links"
import { forgetUnverified } from "@/lib/commenters/mutations"
import { fillMailboxes } from "@/lib/comments/writing/fill-mailboxes"
import { forgetOldDeliveries } from "@/lib/mail/deliveries"
import { forgetUnconfirmed } from "@/lib/newsletter/mutations"
import { forgetIpPrefixHashes } from "@/lib/visitors/ip-prefix-hash"
import { sweepRateLimits } from "@/lib/visitors/rate-limit"

/** How often `tidy` is worth calling. */
export const tidyEvery = 3_600_000

const chores = {
  fillMailboxes,
  forgetOldDeliveries,
  forgetOldSessions,
  forgetOldStaffLinks,
  forgetUnconfirmed,
  forgetUnverified,
  forgetIpPrefixHashes,
  sweepRateLimits,
}

/**
 * Throws away what is no longer needed: what we do not keep cannot leak. Safe on several instances at
 * once; a chore that fails is reported and does not keep the others from being done.
 */
export async function tidy(): Promise<void> {
  for (const [name, chore] of Object.entries(chores)) {
    await chore().catch((error: unknown) => console.error(`${name} failed: ${String(error)}`))
  }
}
