import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers, rowsOf } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { tagsOfChanges } from "@/lib/comments/changed-comments"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockThreads } from "@/lib/comments/locks"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { type CommentStatus, verdictOf } from "@/lib/comments/types"
import { afterDecisions, type DecidedComment } from "@/lib/moderation/decisions/after"
import { type Candidate, listCandidates } from "@/lib/moderation/decisions/candidates"
import { endLeases } from "@/lib/moderation/leases"
import type { DecisionOutcome } from "@/lib/moderation/types"

/** With the comment that was changed, when one was. */
export type DecisionEvent = DecisionOutcome & { commentId?: number }

/** Runs a decision in a transaction, and notifies the other desks once it is committed. */
export async function withDecision(
  work: (tx: Transaction, changed: Changed) => Promise<DecisionEvent>,
): Promise<DecisionOutcome> {
  const { commentId, ...outcome } = await transaction(work)
  if (commentId) notifyModerators([commentId])
  return outcome
}

type Change = {
  comment: Candidate
  toStatus: CommentStatus
  undoes?: number
  /** Its words are other ones now. */
  edited?: boolean
}

type Decisions = {
  staff: Staff
  action: AuditAction
  reason?: string
  detail?: Record<string, string | number | boolean>
  /** Null for a decision that is no part of a batch. */
  batchId?: number | null
  changes: readonly Change[]
}

/**
 * Writes statuses and events of decisions, one or thousands, in a few statements. The comments are locked and were read
 * under the lock. Answers the number of each comment's event.
 */
export async function writeDecisions(
  tx: Transaction,
  changed: Changed,
  { staff, action, reason = "", detail = {}, batchId = null, changes }: Decisions,
): Promise<Map<number, number>> {
  if (changes.length === 0) return new Map()
  const moved = changes.filter(({ comment, toStatus }) => comment.status !== toStatus)
  const shown = moved.filter(touchesPage).map(({ comment }) => comment.postId)
  // The trigger locks the thread of a single comment by itself.
  if (shown.length > 1) await lockThreads(tx, [...new Set(shown)])
  await moveAll(tx, moved)
  const rows = changes.map(({ comment, toStatus, edited }) => ({
    id: comment.id,
    was: comment.status,
    becomes: toStatus,
    edited,
  }))
  const events = await recordEvents(
    tx,
    changes
      .map(({ comment, toStatus, undoes }) => ({
        commentId: comment.id,
        staffId: staff.id,
        action,
        fromStatus: comment.status,
        toStatus,
        reason,
        version: comment.version,
        undoes,
        batchId,
        detail,
      }))
      .sort((a, b) => a.commentId - b.commentId),
  )
  changed(...(await tagsOfChanges(tx, rows)))
  const appeared = moved.filter(({ toStatus }) => toStatus === "approved")
  await queueReplyMail(tx, ...appeared.map(({ comment }) => comment.id))
  await afterDecisions(tx, await decidedNow(tx, staff, { action, changes }))
  await endLeases(
    tx,
    staff,
    rows.map(({ id }) => id),
  )
  return new Map(events.map(({ id, commentId }) => [commentId, id]))
}

/** What is no verdict of its own, as a step back, leaves an earlier decision, which has to be asked for. */
async function decidedNow(
  tx: Transaction,
  staff: Staff,
  { action, changes }: Pick<Decisions, "action" | "changes">,
): Promise<DecidedComment[]> {
  const ids = changes.map(({ comment }) => comment.id)
  const verdict = verdictOf(action)
  if (verdict) return ids.map((id) => ({ id, verdict }))
  const where = sql`${comments.id} in ${numbers(ids)}`
  const found = await listCandidates(tx, staff, { where, limit: ids.length })
  return found.map(({ id, current }) => ({ id, verdict: current?.verdict ?? null }))
}

/**
 * The trigger gives places in the thread in the order in which the rows come, and the older comment comes first.
 * Without hash joins, whatever plan is left walks the sorted list.
 */
async function moveAll(tx: Transaction, moved: readonly Change[]): Promise<void> {
  if (moved.length === 0) return
  const rows = moved.map(({ comment, toStatus }) => ({ id: comment.id, becomes: toStatus }))
  const sorted = moved.length > 1
  if (sorted) await tx.execute(sql`set local enable_hashjoin = off`)
  await tx.execute(sql`
    update comments set status = becomes::comment_status
    from (select * from ${rowsOf(rows, sql`id bigint, becomes text`)} order by r.id) as list
    where comments.id = list.id`)
  if (sorted) await tx.execute(sql`reset enable_hashjoin`)
}

function touchesPage({ comment, toStatus }: Change): boolean {
  return comment.status === "approved" || toStatus === "approved"
}
