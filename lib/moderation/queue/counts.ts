import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import { belongsTo } from "@/lib/moderation/queue/filter"
import { type QueueCounts, queueNames } from "@/lib/moderation/types"

/** Counting stops here, so that a flood of spam makes no page slow. */
export const countLimit = 10_000

/** How many comments are in each queue: the true number, up to `countLimit`. */
export async function countQueues(staff: Staff): Promise<QueueCounts> {
  mustModerate(staff)
  const db = database()
  const queues = queueNames.map((name) => [name, count(belongsTo(db, name))] as const)
  const [row] = await db
    .select({
      ...(Object.fromEntries(queues) as Record<(typeof queueNames)[number], SQL<number>>),
      undecided: undecided(),
      newestEvent: sql<number>`(select coalesce(max(${auditEvents.id}), 0) from ${auditEvents})`.mapWith(
        Number,
      ),
    })
    .from(one)
  if (!row) throw new Error("A select without a condition answered no row.")
  return row
}

/** How many comments ask for a decision, each once, up to `countLimit` of a kind. */
export async function countUndecided(staff: Staff): Promise<number> {
  mustModerate(staff)
  const [row] = await database().select({ undecided: undecided() }).from(one)
  return row?.undecided ?? 0
}

const one = sql`(values (1)) as one`

/** A comment that is hidden since readers reported it waits and is reported: it counts among those that wait. */
function undecided(): SQL<number> {
  const db = database()
  const reportedOnly = and(belongsTo(db, "reported"), eq(comments.status, "approved"))
  return sql`${count(belongsTo(db, "waiting"))} + ${count(reportedOnly)} + ${count(belongsTo(db, "appeals"))}`
}

function count(condition: SQL | undefined): SQL<number> {
  const rows = database().select({ id: comments.id }).from(comments).where(condition).limit(countLimit)
  return sql<number>`(select count(*)::int from ${rows.as("counted")})`
}
