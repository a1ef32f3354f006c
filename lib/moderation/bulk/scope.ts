import "server-only"
import { and, eq, ne, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { BulkScope } from "@/lib/moderation/bulk/scope-address"
import { belongsTo } from "@/lib/moderation/queue/filter"

/** Which comments a scope means now. */
export function withinScope(db: Queryable, scope: BulkScope): SQL | undefined {
  if (scope.kind === "chosen") return sql`${comments.id} in ${numbers(scope.ids)}`
  const inQueue = scope.status === null ? ne(comments.status, "deleted") : belongsTo(db, scope.status)
  if (scope.kind === "older") {
    return and(inQueue, sql`${comments.createdAt} < now() - make_interval(days => ${scope.days})`)
  }
  const column = scope.kind === "author" ? comments.emailHash : comments.networkHash
  // A deleted comment's hash is noise, so nothing is found by it.
  const same = db.select({ hash: column }).from(comments).where(eq(comments.id, scope.comment))
  return and(inQueue, sql`${column} = (${same})`)
}
