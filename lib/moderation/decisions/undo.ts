import "server-only"
import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { moderationEvents } from "@/db/schema/events"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { mayDecideOver } from "@/lib/comments/appeal-policy"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { lockForDecision } from "@/lib/comments/locked-comment"
import { findAppealDecidedBy, findOpenAppeal, settleAppeal } from "@/lib/comments/open-appeals"
import { decidedMeanwhile, earlierOf, heldElsewhere } from "@/lib/moderation/decisions/earlier"
import { recordDecision, withDecision } from "@/lib/moderation/decisions/record"
import type { DecisionOutcome } from "@/lib/moderation/types"

/**
 * Takes a decision back while it stands and is less than an hour old: the comment has exactly the
 * status it had before. Taking it back again changes nothing.
 */
export async function undoDecision(staff: Staff, eventId: number): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const decision = await findDecision(tx, eventId)
    const comment = decision && (await lockForDecision(tx, decision.commentId))
    if (!comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }

    // Asked for under the lock: whoever was first has written their event by now.
    const takenBack = await findUndoing(tx, eventId)
    if (takenBack) {
      return { ok: true, status: comment.status, eventId: takenBack.id, earlier: earlierOf(takenBack, staff) }
    }
    const standing = await findCurrentDecision(tx, comment)
    if (standing?.id !== eventId) return decidedMeanwhile(standing, staff)
    if (!standing.undoable) return { ok: false, reason: "too-late" }
    // Text that nobody has read may not come before readers by a step back.
    if (standing.fromStatus === "approved" && standing.version !== comment.version) {
      return { ok: false, reason: "edited" }
    }
    const appeal = await findOpenAppeal(tx, comment.id)
    const answered = await findAppealDecidedBy(tx, eventId)
    if (!mayDecideOver(appeal, staff.id) || !mayDecideOver(answered, staff.id)) {
      return { ok: false, reason: "own-decision" }
    }
    const busy = await heldElsewhere(tx, staff, comment.id)
    if (busy) return busy
    const outcome = await recordDecision(tx, changed, {
      comment,
      staff,
      action: "undone",
      toStatus: standing.fromStatus ?? "pending",
      undoes: eventId,
    })
    if (outcome.ok && appeal) await settleAppeal(tx, appeal.id, outcome.eventId)
    if (outcome.ok && answered) await settleAppeal(tx, answered.id, null)
    return outcome
  })
}

async function findDecision(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({ commentId: moderationEvents.commentId })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.id, eventId), isNotNull(moderationEvents.staffId)))
  return row?.commentId ? { commentId: row.commentId } : undefined
}

async function findUndoing(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({
      id: moderationEvents.id,
      staffId: moderationEvents.staffId,
      by: staffTable.name,
      at: moderationEvents.createdAt,
    })
    .from(moderationEvents)
    .innerJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(eq(moderationEvents.undoes, eventId))
  return row && { ...row, verdict: "undone" as const }
}
