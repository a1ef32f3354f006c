import "server-only"
import { z } from "zod"
import { transaction } from "@/db/transaction"
import type { Job } from "@/lib/jobs/types"
import { getSettings } from "@/lib/settings/queries"

/** Has the report made anew once another day counts, five minutes after midnight: see `reportEnd`. */
export const reportRenewal: Job<unknown> = {
  name: "moderation.renew-report",
  schedule: { cron: "1 5 0 * * *", timeZone: async () => (await getSettings()).timeZone },
  input: z.unknown(),
  work: () => transaction(async (_, changed) => changed("report")),
}
