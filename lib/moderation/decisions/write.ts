import "server-only"
import type { Transaction } from "@/db/client"
import type { Changed } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { tagsOfChanges } from "@/lib/comments/changed-comments"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { afterDecisions } from "@/lib/moderation/decisions/after"
import { moveComments, type StatusChange } from "@/lib/moderation/decisions/move-comments"
import { listStandingVerdicts } from "@/lib/moderation/decisions/standing-verdicts"
import { endLeases } from "@/lib/moderation/leases"

type Change = StatusChange & {
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
  await moveComments(tx, moved)
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
  const ids = rows.map(({ id }) => id)
  await afterDecisions(tx, await listStandingVerdicts(tx, staff, { action, ids }))
  await endLeases(tx, staff, ids)
  return new Map(events.map(({ id, commentId }) => [commentId, id]))
}
