import "server-only"
import { and, eq, gt, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { isUndoable } from "@/lib/audit/undoable"
import { decisionJoin } from "@/lib/comments/current-decision"

/** Reports so old are answered no more; what was sent is remembered a little longer. */
const answeredDays = 30

/** Reports whose outcome is to be mailed, each with the decision that it is, oldest first. */
export function selectDueReports(db: Queryable, which?: SQL) {
  const { decision, columns } = decisionJoin(db, comments.id, "decision")
  return db
    .select({ report: commentReports.id, commenterId: commenters.id, event: columns.id })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(commenters, eq(commenters.id, commentReports.commenterId))
    .innerJoinLateral(decision, sql`true`)
    .where(
      and(
        which,
        canMailOutcome,
        eq(posts.status, "published"),
        sql`${decision.toStatus} = ${comments.status}::text`,
        gt(decision.at, commentReports.createdAt),
        sql`not exists (select from audit_events e where e.comment_id = ${comments.id} and e.staff_id is not null
          and ${isUndoable(sql`e.created_at`)})`,
        // One that was not sent is tried again for another decision only.
        sql`not exists (select from mail_deliveries m where ${isOutcome}
          and (m.state <> 'failed' or m.content ->> 'event' = ${decision.id}::text))`,
      ),
    )
    .orderBy(commentReports.id)
}

/** Whether `m` is the message about a report. */
const isOutcome = sql`m.kind = 'report_outcome' and m.commenter_id = ${commentReports.commenterId}
  and m.content ->> 'report' = ${commentReports.id}::text`

/** Whether a report's message is still to come. */
export const isUnanswered = sql`not exists (
  select from mail_deliveries m where ${isOutcome} and m.state in ('sending', 'sent', 'in_doubt'))`

/** Whether a report's sender can be mailed, and it is not too old for that. */
export const canMailOutcome = and(
  isNotNull(commenters.provedAt),
  isNull(commenters.mailStoppedAt),
  sql`${commentReports.createdAt} > now() - make_interval(days => ${answeredDays})`,
)
