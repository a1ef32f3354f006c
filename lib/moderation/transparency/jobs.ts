import "server-only"
import { z } from "zod"
import { transaction } from "@/db/transaction"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"

/** Has the report made anew once another day counts, five minutes after midnight: see `reportEnd`. */
export const reportRenewal: Job<unknown> = {
  name: "moderation.renew-report",
  schedule: { cron: "1 5 0 * * *", timeZone: utc },
  input: z.unknown(),
  work: () => transaction(async (_, changed) => changed("report")),
}
