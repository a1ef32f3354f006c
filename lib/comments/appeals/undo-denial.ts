import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { moderationEvents } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { may, type Staff } from "@/lib/auth/staff"
import { findAppealDecidedBy, settleAppeal } from "@/lib/comments/appeals/open"
import { mayDecideOver } from "@/lib/comments/appeals/policy"
import { type Outcome, undoMinutes } from "@/lib/comments/decisions/decisions"
import { heldElsewhere, keep, lockForDecision, recordDecision } from "@/lib/comments/decisions/moderation"
import { findStanding } from "@/lib/comments/decisions/standing"

/**
 * Takes the denial of an appeal back while it is less than an hour old and nothing was decided since: the appeal waits
 * again, as if nobody had answered it. For whoever denied it and everybody else who could have. Taking it back again
 * changes nothing.
 */
export async function undoDenial(staff: Staff, eventId: number): Promise<Outcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return keep(async (tx, changed) => {
    const denial = await findDenial(tx, eventId)
    const comment = denial && (await lockForDecision(tx, denial.commentId))
    if (!comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }
    // Asked for under the lock: whoever was first has written their event by now.
    const takenBack = await findUndoing(tx, eventId)
    if (takenBack !== null) return { ok: true, status: comment.status, eventId: takenBack }
    const appeal = await findAppealDecidedBy(tx, eventId)
    const standing = await findStanding(tx, comment)
    if (!appeal || standing?.id !== (await decisionAppealed(tx, appeal.id))) {
      return { ok: false, reason: "decided" }
    }
    if (!denial.undoable) return { ok: false, reason: "too-late" }
    if (!mayDecideOver(appeal, staff.id)) return { ok: false, reason: "own-decision" }
    const busy = await heldElsewhere(tx, staff, comment.id)
    if (busy) return busy
    const outcome = await recordDecision(tx, changed, comment, {
      staff,
      action: "undone",
      toStatus: comment.status,
      undoes: eventId,
      detail: { appeal: appeal.id },
    })
    if (outcome.ok) await settleAppeal(tx, appeal.id, null)
    return outcome
  })
}

async function findDenial(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({
      commentId: moderationEvents.commentId,
      undoable: sql<boolean>`${moderationEvents.createdAt} > now() - make_interval(mins => ${undoMinutes})`,
    })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.id, eventId), eq(moderationEvents.action, "appeal_denied")))
  return row?.commentId ? { commentId: row.commentId, undoable: row.undoable } : undefined
}

async function findUndoing(tx: Transaction, eventId: number): Promise<number | null> {
  const [row] = await tx
    .select({ id: moderationEvents.id })
    .from(moderationEvents)
    .where(eq(moderationEvents.undoes, eventId))
  return row?.id ?? null
}

async function decisionAppealed(tx: Transaction, appealId: number): Promise<number | undefined> {
  const [row] = await tx
    .select({ eventId: commentAppeals.eventId })
    .from(commentAppeals)
    .where(eq(commentAppeals.id, appealId))
  return row?.eventId
}
