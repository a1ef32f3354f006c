import "server-only"
import { sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { moderatorCount } from "@/lib/comments/second-look"
import { reportQuery } from "@/lib/moderation/transparency/report-query"
import {
  daysBefore,
  type ModerationCounts,
  type ModerationReport,
  reportDays,
  reportEnd,
} from "@/lib/moderation/transparency/shape"

/**
 * How comments were decided about in whole past days of the zone. Those do not change any more, so they are counted once a day in
 * each process, however often the page is made.
 */
export function getReport(timeZone: string, now = new Date()): Promise<ModerationReport> {
  const till = reportEnd(now, timeZone)
  const key = `${till.getTime()} ${timeZone}`
  if (counted?.key !== key) {
    const report = countReport(database(), till, timeZone)
    counted = { key, report }
    report.catch(() => {
      counted = undefined
    })
  }
  return counted.report
}

/** How many people decide about comments at present. */
export async function countModerators(): Promise<number> {
  const [row] = await database().execute<{ moderators: number }>(
    sql`select ${moderatorCount()} as moderators`,
  )
  return row?.moderators ?? 0
}

let counted: { key: string; report: Promise<ModerationReport> } | undefined

/** Counts from the log, in one query. */
export async function countReport(db: Queryable, till: Date, timeZone: string): Promise<ModerationReport> {
  const short = daysBefore(till, reportDays.short, timeZone)
  const long = daysBefore(till, reportDays.long, timeZone)
  const [ofShort, ofLong] = await db.execute<ModerationCounts>(reportQuery(till, { short, long }))
  if (!ofShort || !ofLong) throw new Error("The database gave no report back.")
  return { till, since: long, short: ofShort, long: ofLong }
}
