import "server-only"
import { sql } from "drizzle-orm"
import { announce, cacheTagsChannel } from "@/db/cache-tags"
import { database } from "@/db/client"
import { frontPages } from "@/db/schema/frame"
import type { Lane } from "@/lib/jobs/types"

/** The end of a lead is looked for this often at least. */
const longestBetweenLooks = 60_000

/**
 * Drops the front page from this instance's store at the moment its lead ends. Each instance runs its own, by the clock
 * of the database, which pages go by; nothing is written.
 */
export function leadLane(): Lane {
  // What ends while the database is away is found when it is back.
  let lookedAt: number | null = null
  return {
    name: "the end of the front page's lead",
    wokenBy: { channel: cacheTagsChannel, filter: (tag) => tag === "front" || tag === "everything" },
    longestWait: longestBetweenLooks,
    async runDue() {
      const { now, until } = await findEnd()
      if (until !== null && lookedAt !== null && until > lookedAt && until <= now) announce(["front"])
      lookedAt = now
      return until !== null && until > now ? Math.ceil((until - now) / 1000) : null
    },
  }
}

/** In microseconds, as the database counts: an end in the millisecond of the last look would be missed. */
async function findEnd(): Promise<{ now: number; until: number | null }> {
  const [row] = await database().execute<{ now: string; until: string | null }>(sql`
    select (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as now, (
      select (extract(epoch from lead_until) * 1000000)::bigint::text from ${frontPages}
      where ${frontPages.edition} = 'live') as until`)
  if (!row) throw new Error("The database gave no time back.")
  return { now: Number(row.now), until: row.until === null ? null : Number(row.until) }
}
