import "server-only"
import { and, desc, eq, gt, inArray, notExists, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commentReports } from "@/db/schema/reports"
import { staff } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"
import { type CommentStatus, verdictOf } from "@/lib/comments/types"

export type CurrentDecision = NonNullable<Awaited<ReturnType<typeof findCurrentDecision>>>

/** The moderator's decision that a comment's status is owed to, or `null`. */
export async function findCurrentDecision(db: Queryable, comment: { id: number; status: CommentStatus }) {
  const [decision] = await newestDecision(db, comment.id)
  return decision ? currentDecisionOf(decision, comment.status) : null
}

/** Whether readers have reported the comment since that decision. */
export async function hasOpenReports(
  db: Queryable,
  commentId: number,
  decision: { at: Date } | null,
): Promise<boolean> {
  const since = decision ? gt(commentReports.createdAt, decision.at) : undefined
  const [report] = await db
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), since))
    .limit(1)
  return report !== undefined
}

/**
 * The query for a comment's newest decision, to run alone or as a lateral join.
 * A decision that was taken back counts no more; the one before it does.
 */
export function newestDecision(db: Queryable, commentId: number | SQLWrapper) {
  const undoing = alias(auditEvents, "undoing")
  return db
    .select({
      id: auditEvents.id,
      staffId: auditEvents.staffId,
      by: staff.name,
      action: auditEvents.action,
      fromStatus: auditEvents.fromStatus,
      toStatus: auditEvents.toStatus,
      version: auditEvents.version,
      reason: auditEvents.reason,
      at: auditEvents.createdAt,
      undoable: isUndoable(auditEvents.createdAt).as("undoable"),
    })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.staffId))
    .where(
      and(
        eq(auditEvents.commentId, commentId),
        inArray(auditEvents.action, ["approved", "rejected", "marked_spam"]),
        notExists(db.select({ id: undoing.id }).from(undoing).where(eq(undoing.undoes, auditEvents.id))),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
}

/** The newest decision as a lateral join of a query for many comments, with the columns that `currentDecisionOf` wants. */
export function decisionJoin<Alias extends string>(db: Queryable, commentId: SQLWrapper, alias: Alias) {
  const decision = newestDecision(db, commentId).as(alias)
  const columns = {
    id: decision.id,
    staffId: decision.staffId,
    by: decision.by,
    action: decision.action,
    fromStatus: decision.fromStatus,
    toStatus: decision.toStatus,
    version: decision.version,
    reason: decision.reason,
    at: decision.at,
    undoable: decision.undoable,
  }
  return { decision, columns }
}

type Decision = Awaited<ReturnType<typeof newestDecision>>[number]

/** The author's edit may have changed the status since; then the decision stands no longer. */
export function currentDecisionOf(decision: Decision, status: CommentStatus) {
  const verdict = verdictOf(decision.action)
  if (!verdict || decision.toStatus !== status) return null
  // An event about a comment has statuses of comments.
  return { ...decision, verdict, fromStatus: decision.fromStatus as CommentStatus | null }
}

/** Reported after the decision, or undecided. */
export function isOpen(decidedAt: SQLWrapper): SQL {
  return sql`${commentReports.createdAt} > coalesce(${decidedAt}, '-infinity')`
}
