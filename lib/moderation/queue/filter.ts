import "server-only"
import { and, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { isOpen, newestDecision } from "@/lib/comments/current-decision"
import type { QueueName } from "@/lib/moderation/types"

const statusOf = { waiting: "pending", approved: "approved", rejected: "rejected", spam: "spam" } as const

/** The condition that a comment is in a queue. */
export function belongsTo(db: Queryable, queue: QueueName): SQL | undefined {
  if (queue === "appeals") {
    const open = db
      .select({ id: commentAppeals.commentId })
      .from(commentAppeals)
      .where(isNull(commentAppeals.decidedBy))
    return and(inArray(comments.id, open), inArray(comments.status, ["rejected", "spam"]))
  }
  if (queue !== "reported") return eq(comments.status, statusOf[queue])
  const reported = db.select({ id: commentReports.commentId }).from(commentReports)
  const decision = newestDecision(db, comments.id).as("decision")
  const open = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .leftJoinLateral(decision, sql`true`)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
  return and(inArray(comments.status, ["pending", "approved"]), inArray(comments.id, reported), exists(open))
}
