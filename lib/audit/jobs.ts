import "server-only"
import { sql } from "drizzle-orm"
import { chainEvents } from "@/lib/audit/chain"
import type { Lane } from "@/lib/jobs/types"

/**
 * Chains new rows of the log about a second after they are written; asking whether there are any is one look at an index.
 * @param channel of NOTIFY, on which most decisions are told; the others are found by the next look
 */
export function chainingLane(channel: string): Lane {
  return {
    name: "chaining the log",
    wokenBy: { channel },
    longestWait: 10_000,
    shortestWait: 1_000,
    overdue: {
      since: sql`(select created_at from audit_events where chain_seq is null order by id limit 1)`,
      minutes: 2,
    },
    async runDue() {
      await chainEvents()
      return null
    },
  }
}
