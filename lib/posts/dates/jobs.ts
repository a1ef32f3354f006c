import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import type { Lane } from "@/lib/jobs/types"
import { batchSize, publishDue } from "@/lib/posts/dates/go-live"
import { goesOut, goesOutAt, schedulesChannel } from "@/lib/posts/due-stories"

/** While something is scheduled, the clock is looked at this often at least: it can be set while the lane sleeps. */
const longestSleep = 1000
/** Another instance may be publishing what is due. */
const shortestSleep = 100

/**
 * Publishes scheduled stories at their time, by the clock of the database. What came due while no instance ran goes out
 * at the first start.
 * @param clock another clock, for tests
 */
export function publishingLane(clock: () => SQL = () => sql`clock_timestamp()`): Lane {
  return {
    name: "scheduled stories",
    wokenBy: { channel: schedulesChannel },
    // Shorter than the minute that lies before a story's time at least, in case a notification is lost.
    longestWait: 30_000,
    overdue: { since: sql`(select min(${goesOutAt}) from posts where ${goesOut})`, minutes: 1 },
    async runDue(stopping) {
      while (!stopping.aborted && (await publishDue(clock())) === batchSize);
      const next = await untilNext(clock())
      return next === null ? null : Math.max(shortestSleep, Math.min(next, longestSleep))
    },
  }
}

/** Milliseconds until the next story goes out; null when none does. */
async function untilNext(clock: SQL): Promise<number | null> {
  const [row] = await database().execute<{ ms: number | null }>(sql`
    select extract(epoch from min(${goesOutAt}) - ${clock})::float8 * 1000 as ms from posts where ${goesOut}`)
  return row?.ms ?? null
}
