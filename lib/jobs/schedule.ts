import { Cron } from "croner"
import type { Schedule } from "@/lib/jobs/types"

/** A schedule as its row keeps it, which tells when the code or the site has another one. */
export async function scheduleText({ cron, timeZone }: Schedule): Promise<string> {
  return `${cron} ${await timeZone()}`
}

/** The first time of a `scheduleText` after a moment. */
export function nextTime(text: string, after: Date): Date {
  const [, cron = "", timezone = ""] = /^(.*) (\S+)$/.exec(text) ?? []
  const next = new Cron(cron, { timezone }).nextRun(after)
  if (!next) throw new Error(`The schedule "${text}" has no next time.`)
  return next
}

export const utc = (): string => "UTC"
