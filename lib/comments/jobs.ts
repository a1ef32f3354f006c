import "server-only"
import { z } from "zod"
import { queueReportMail } from "@/lib/comments/report-mail"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"

/** Looks every five minutes for reports whose outcome has become final. */
export const reportMail: Job<unknown> = {
  name: "comments.queue-report-mail",
  schedule: { cron: "*/5 * * * *", timeZone: utc },
  input: z.unknown(),
  work: queueReportMail,
}
