import "server-only"
import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { may, type Staff } from "@/lib/auth/staff"
import { findAppealDecidedBy, settleAppeal } from "@/lib/comments/open-appeals"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { findUndoing } from "@/lib/moderation/decisions/find-undoing"
import { judgeUndo } from "@/lib/moderation/decisions/judge-undo"
import { earlierOf, unchanged } from "@/lib/moderation/decisions/outcome"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { withDecision } from "@/lib/moderation/decisions/with-decision"
import { writeDecisions } from "@/lib/moderation/decisions/write"

/**
 * Takes a decision back while it stands and is less than an hour old: the comment has exactly the
 * status it had before. Taking it back again changes nothing.
 */
export async function undoDecision(staff: Staff, eventId: number): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const decision = await findDecision(tx, eventId)
    const [comment] = decision ? await lockCandidates(tx, staff, [decision.commentId]) : []
    if (!comment) return { ok: false, reason: "gone" }
    // Asked for under the lock: a colleague who was faster has written their event by now.
    const undone = comment.status === "deleted" ? undefined : await findUndoing(tx, eventId)
    if (undone) {
      return { ok: true, status: comment.status, eventId: undone.id, earlier: earlierOf(undone, staff) }
    }
    const answered = await findAppealDecidedBy(tx, eventId)
    const judgement = judgeUndo(comment, { eventId, answered, staffId: staff.id, batch: false })
    if (judgement !== "changes") return unchanged(judgement, { comment, staff })
    const toStatus = comment.current?.fromStatus ?? "pending"
    const changes = [{ comment, toStatus, undoes: eventId }]
    const events = await writeDecisions(tx, changed, { staff, action: "undone", changes })
    const undoing = events.get(comment.id) ?? null
    if (comment.appeal) await settleAppeal(tx, comment.appeal.id, undoing)
    if (answered) await settleAppeal(tx, answered.id, null)
    return { ok: true, status: toStatus, eventId: undoing, commentId: comment.id }
  })
}

async function findDecision(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({ commentId: auditEvents.commentId })
    .from(auditEvents)
    .where(and(eq(auditEvents.id, eventId), isNotNull(auditEvents.staffId)))
  return row?.commentId ? { commentId: row.commentId } : undefined
}
