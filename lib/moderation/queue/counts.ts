import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import { belongsTo } from "@/lib/moderation/queue/filter"
import { type QueueName, queueNames } from "@/lib/moderation/types"

/** Counting stops here, so that a flood of spam makes no page slow. */
export const countLimit = 10_000

/** How many comments are in each queue: the true number, up to `countLimit`. */
export async function countQueues(staff: Staff): Promise<Record<QueueName, number>> {
  mustModerate(staff)
  const db = database()
  const counted = (name: QueueName) => {
    const rows = db.select({ id: comments.id }).from(comments).where(belongsTo(db, name)).limit(countLimit)
    return sql<number>`(select count(*)::int from ${rows.as(name)})`
  }
  const [row] = await db
    .select({
      waiting: counted("waiting"),
      reported: counted("reported"),
      appeals: counted("appeals"),
      spam: counted("spam"),
      approved: counted("approved"),
      rejected: counted("rejected"),
    })
    .from(sql`(values (1)) as one`)
  return row ?? (Object.fromEntries(queueNames.map((name) => [name, 0])) as Record<QueueName, number>)
}
