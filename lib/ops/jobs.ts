import { z } from "zod"
import { forgetPendingSignIns } from "@/lib/auth/pending-sign-in"
import { forgetOldSessions } from "@/lib/auth/sessions"
import { forgetOldStaffLinks } from "@/lib/auth/staff-links"
import { forgetUnverified } from "@/lib/commenters/mutations"
import { fillMailboxes } from "@/lib/comments/writing/fill-mailboxes"
import { sweepErrorReports } from "@/lib/corrections/mutations"
import { forgetOldChallenges } from "@/lib/credentials/challenges"
import { forgetOldJobs } from "@/lib/jobs/mutations"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { forgetOldDeliveries } from "@/lib/mail/deliveries"
import { forgetUnconfirmed } from "@/lib/newsletter/mutations"
import { sweepPresence } from "@/lib/posts/presence/mutations"
import { forgetOldPreviewLinks } from "@/lib/posts/preview-links/mutations"
import { forgetIpPrefixHashes } from "@/lib/visitors/ip-prefix-hash"
import { sweepRateLimits } from "@/lib/visitors/rate-limit"

const chores = {
  fillMailboxes,
  forgetOldChallenges,
  forgetOldDeliveries,
  forgetOldJobs,
  forgetOldPreviewLinks,
  forgetOldSessions,
  forgetOldStaffLinks,
  forgetPendingSignIns,
  forgetUnconfirmed,
  forgetUnverified,
  forgetIpPrefixHashes,
  sweepErrorReports,
  sweepPresence,
  sweepRateLimits,
}

/** Throws away each hour what is no longer needed: what we do not keep cannot leak. */
export const tidying: Job<unknown> = {
  name: "ops.tidy",
  schedule: { cron: "23 * * * *", timeZone: utc },
  input: z.unknown(),
  async work(_, { signal }) {
    const failed: string[] = []
    // A chore that fails does not keep the others from being done.
    for (const [name, chore] of Object.entries(chores)) {
      signal.throwIfAborted()
      await chore().catch((error: unknown) => failed.push(`${name}: ${error}`))
    }
    if (failed.length > 0) throw new Error(failed.join("; "))
  },
}
