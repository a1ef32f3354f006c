import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { jobs } from "@/db/schema/jobs"
import { nextTime, scheduleText } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"

/**
 * Sees to it that each scheduled job has its one row, with the next time by its present schedule: code and time zone
 * change. What was missed while the app was down stays due.
 */
export async function armSchedules(all: readonly Job<unknown>[]): Promise<void> {
  for (const { name, schedule } of all) {
    if (!schedule) continue
    const text = await scheduleText(schedule)
    await database()
      .insert(jobs)
      .values({ name, key: "schedule", input: {}, schedule: text, dueAt: nextTime(text, new Date()) })
      .onConflictDoUpdate({
        target: [jobs.name, jobs.key],
        targetWhere: sql`state = 'queued'`,
        set: { schedule: text, dueAt: sql`excluded.due_at` },
        setWhere: sql`${jobs.schedule} is distinct from excluded.schedule`,
      })
  }
}
