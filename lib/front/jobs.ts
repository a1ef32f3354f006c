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
  let lookedAt: Date | null = null
  return {
    name: "the end of the front page's lead",
    wokenBy: { channel: cacheTagsChannel, filter: (tag) => tag === "front" || tag === "everything" },
    longestWait: longestBetweenLooks,
    async runDue() {
      const { now, until } = await findEnd()
      if (until && lookedAt && until > lookedAt && until <= now) announce(["front"])
      lookedAt = now
      return until && until > now ? until.getTime() - now.getTime() + 1 : null
    },
  }
}

async function findEnd(): Promise<{ now: Date; until: Date | null }> {
  const [row] = await database().execute<{ now: string; until: string | null }>(sql`
    select clock_timestamp()::text as now, (
      select lead_until::text from ${frontPages} where ${frontPages.edition} = 'live') as until`)
  if (!row) throw new Error("The database gave no time back.")
  return { now: new Date(row.now), until: row.until === null ? null : new Date(row.until) }
}
