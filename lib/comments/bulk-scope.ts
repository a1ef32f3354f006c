import "server-only"
import { and, eq, exists, inArray, ne, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { commentReports, comments } from "@/db/schema/comments"
import type { BulkScope } from "@/lib/comments/bulk-input"
import type { QueueName } from "@/lib/comments/decisions"
import { numbers } from "@/lib/comments/locks"
import { isOpen, newestDecision } from "@/lib/comments/standing"

/** Which comments a scope means now. */
export function within(db: Queryable, scope: BulkScope): SQL | undefined {
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

const statusOf = { waiting: "pending", approved: "approved", rejected: "rejected", spam: "spam" } as const

function belongsTo(db: Queryable, queue: QueueName): SQL | undefined {
  if (queue !== "reported") return eq(comments.status, statusOf[queue])
  const reported = db.select({ id: commentReports.commentId }).from(commentReports)
  const decision = newestDecision(db, comments.id).as("latest")
  const open = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .leftJoinLateral(decision, sql`true`)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
  return and(inArray(comments.status, ["pending", "approved"]), inArray(comments.id, reported), exists(open))
}
