import "server-only"
import { and, desc, eq, gt, inArray, notExists, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { moderationEvents } from "@/db/schema/events"
import { commentReports } from "@/db/schema/reports"
import { staff } from "@/db/schema/staff"
import { type CommentStatus, undoMinutes, verdictOf } from "@/lib/comments/types"

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
  const undoing = alias(moderationEvents, "undoing")
  return db
    .select({
      id: moderationEvents.id,
      staffId: moderationEvents.staffId,
      by: staff.name,
      action: moderationEvents.action,
      fromStatus: moderationEvents.fromStatus,
      toStatus: moderationEvents.toStatus,
      version: moderationEvents.commentVersion,
      reason: moderationEvents.reason,
      at: moderationEvents.createdAt,
      undoable:
        sql<boolean>`${moderationEvents.createdAt} > now() - make_interval(mins => ${undoMinutes})`.as(
          "undoable",
        ),
    })
    .from(moderationEvents)
    .innerJoin(staff, eq(staff.id, moderationEvents.staffId))
    .where(
      and(
        eq(moderationEvents.commentId, commentId),
        inArray(moderationEvents.action, ["approved", "rejected", "marked_spam"]),
        notExists(db.select({ id: undoing.id }).from(undoing).where(eq(undoing.undoes, moderationEvents.id))),
      ),
    )
    .orderBy(desc(moderationEvents.id))
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
  return verdict && decision.toStatus === status ? { ...decision, verdict } : null
}

/** Reported after the decision, or undecided. */
export function isOpen(decidedAt: SQLWrapper): SQL {
  return sql`${commentReports.createdAt} > coalesce(${decidedAt}, '-infinity')`
}
