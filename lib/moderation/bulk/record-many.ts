import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers, rowsOf } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { Changed } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { tagsOfChanges } from "@/lib/comments/changed-comments"
import { lockThreads } from "@/lib/comments/locks"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import type { CommentStatus, ModerationAction, Verdict } from "@/lib/comments/types"
import { type Candidate, listCandidates } from "@/lib/moderation/bulk/candidates"
import { afterDecisions, type DecidedComment } from "@/lib/moderation/decisions/after"

type Change = { comment: Candidate; toStatus: CommentStatus; undoes?: number }

type Many = {
  staff: Staff
  batchId: number
  action: ModerationAction
  reason?: string
  changes: readonly Change[]
}

/**
 * Writes the statuses and events of many decisions, in a few queries however many there are. The comments are locked
 * and were read under the lock.
 */
export async function recordMany(
  tx: Transaction,
  changed: Changed,
  { staff, batchId, action, reason = "", changes }: Many,
): Promise<void> {
  if (changes.length === 0) return
  const moved = changes.filter(({ comment, toStatus }) => comment.status !== toStatus)
  const shown = moved.filter(touchesPage)
  await lockThreads(tx, distinct(shown.map(({ comment }) => comment.postId)))
  await moveAll(tx, moved)
  const rows = changes.map(({ comment, toStatus, undoes = null }) => ({
    id: comment.id,
    was: comment.status,
    becomes: toStatus,
    version: comment.version,
    undoes,
  }))
  await tx.execute(sql`
    insert into moderation_events
      (comment_id, staff_id, action, from_status, to_status, reason, comment_version, undoes, batch_id, created_at)
    select r.id, ${staff.id}, ${action}, r.was::comment_status, r.becomes::comment_status, ${reason}, r.version,
      r.undoes, ${batchId}, clock_timestamp()
    from ${rowsOf(rows, sql`id bigint, was text, becomes text, version integer, undoes bigint`)}
    order by r.id`)
  changed(...(await tagsOfChanges(tx, rows)))
  const appeared = moved.filter(({ toStatus }) => toStatus === "approved")
  await queueReplyMail(tx, ...appeared.map(({ comment }) => comment.id))
  await afterDecisions(tx, await standingNow(tx, staff, changes))
}

/** A decision that was taken back leaves the one before it, which has to be asked for. */
async function standingNow(
  tx: Transaction,
  staff: Staff,
  changes: readonly Change[],
): Promise<DecidedComment[]> {
  const undone = changes.filter(({ undoes }) => undoes !== undefined).map(({ comment }) => comment.id)
  if (undone.length === 0) {
    return changes.map(({ comment, toStatus }) => ({ id: comment.id, verdict: toStatus as Verdict }))
  }
  const where = sql`${comments.id} in ${numbers(undone)}`
  const found = await listCandidates(tx, staff, { where, limit: undone.length })
  return found.map(({ id, standing }) => ({ id, verdict: standing?.verdict ?? null }))
}

/**
 * The trigger gives places in the thread in the order in which the rows come, and the older comment comes first.
 * Without hash joins, whatever plan is left walks the sorted list.
 */
async function moveAll(tx: Transaction, moved: readonly Change[]): Promise<void> {
  if (moved.length === 0) return
  const rows = moved.map(({ comment, toStatus }) => ({ id: comment.id, becomes: toStatus }))
  await tx.execute(sql`set local enable_hashjoin = off`)
  await tx.execute(sql`
    update comments set status = becomes::comment_status
    from (select * from ${rowsOf(rows, sql`id bigint, becomes text`)} order by r.id) as list
    where comments.id = list.id`)
  await tx.execute(sql`reset enable_hashjoin`)
}

function touchesPage({ comment, toStatus }: Change): boolean {
  return comment.status === "approved" || toStatus === "approved"
}

function distinct(ids: readonly number[]): number[] {
  return [...new Set(ids)]
}
