import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { moderationEvents } from "@/db/schema/events"
import { type Changed, transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { notifyModerators } from "@/lib/comments/desk-changes"
import type { LockedComment } from "@/lib/comments/locked-comment"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import type { CommentStatus, ModerationAction } from "@/lib/comments/types"
import { afterDecisions } from "@/lib/moderation/decisions/after"
import { endLease } from "@/lib/moderation/leases"
import type { DecisionOutcome } from "@/lib/moderation/types"

type Work = (tx: Transaction, changed: Changed) => Promise<DecisionEvent>

/** With the comment that was changed, when one was. */
export type DecisionEvent = DecisionOutcome & { commentId?: number }

/** Runs a decision in a transaction, and tells the other desks of it once it is kept. */
export async function withDecision(work: Work): Promise<DecisionOutcome> {
  const { commentId, ...outcome } = await transaction(work)
  if (commentId) notifyModerators([commentId])
  return outcome
}

type Change = {
  comment: LockedComment
  staff: Staff
  action: ModerationAction
  toStatus: CommentStatus
  reason?: string
  undoes?: number
  detail?: Record<string, string | number | boolean>
}

/** Writes a decision and its effect, in the transaction that holds the comment's lock. */
export async function recordDecision(
  tx: Transaction,
  changed: Changed,
  { comment, staff, action, toStatus, reason = "", undoes, detail = {} }: Change,
): Promise<DecisionEvent> {
  const [event] = await tx
    .insert(moderationEvents)
    .values({
      commentId: comment.id,
      staffId: staff.id,
      action,
      fromStatus: comment.status,
      toStatus,
      reason,
      commentVersion: comment.version,
      undoes,
      detail,
      // The hour of the decision, not of the moment it began to wait for the lock.
      createdAt: sql`clock_timestamp()`,
    })
    .returning({ id: moderationEvents.id })
  await tx.update(comments).set({ status: toStatus }).where(eq(comments.id, comment.id))
  if (toStatus === "approved" && comment.status !== "approved") await queueReplyMail(tx, comment.id)
  const stands = await findCurrentDecision(tx, { id: comment.id, status: toStatus })
  await afterDecisions(tx, [{ id: comment.id, verdict: stands?.verdict ?? null }])
  await endLease(tx, staff, comment.id)
  changed(...tagsOfComment({ ...comment, was: comment.status, becomes: toStatus }))
  return { ok: true, status: toStatus, eventId: event?.id ?? null, commentId: comment.id }
}
