import "server-only"
import { and, eq } from "drizzle-orm"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { mayDecideOver } from "@/lib/comments/appeal-policy"
import { findAppealDecidedBy, settleAppeal } from "@/lib/comments/open-appeals"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { earlierOf, unchanged } from "@/lib/moderation/decisions/outcome"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { withDecision } from "@/lib/moderation/decisions/with-decision"
import { writeDecisions } from "@/lib/moderation/decisions/write"

/**
 * Decides an appeal: granted, the comment is approved as by any other decision, and can be taken back like one; denied,
 * it stays as it is, and `undoDenial` takes that back. Never by who made the decision that is appealed against.
 */
export async function decideAppeal(
  staff: Staff,
  { appealId, grant }: { appealId: number; grant: boolean },
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const [asked] = await tx
      .select({ commentId: commentAppeals.commentId })
      .from(commentAppeals)
      .where(eq(commentAppeals.id, appealId))
    const [comment] = asked ? await lockCandidates(tx, staff, [asked.commentId]) : []
    if (!comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }
    if (!comment.appeal) {
      const earlier = comment.current ? earlierOf(comment.current, staff) : undefined
      return { ok: false, reason: "appeal-decided", earlier }
    }
    if (!mayDecideOver(comment.appeal, staff.id)) return { ok: false, reason: "own-decision" }
    if (comment.heldBy) return unchanged("open", { comment, staff })
    const toStatus = grant ? "approved" : comment.status
    const events = await writeDecisions(tx, changed, {
      staff,
      action: grant ? "approved" : "appeal_denied",
      detail: { appeal: appealId },
      changes: [{ comment, toStatus }],
    })
    const eventId = events.get(comment.id) ?? null
    await settleAppeal(tx, appealId, eventId)
    return { ok: true, status: toStatus, eventId, commentId: comment.id }
  })
}

/**
 * Takes the denial of an appeal back within the hour: the appeal waits again, as it did before. Never by who made the
 * decision that is appealed against; again is as good as once.
 * @param eventId the denial's number in the log
 */
export async function undoDenial(staff: Staff, eventId: number): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const [denial] = await tx
      .select({
        commentId: auditEvents.commentId,
        undoable: isUndoable(auditEvents.createdAt),
      })
      .from(auditEvents)
      .where(and(eq(auditEvents.id, eventId), eq(auditEvents.action, "appeal_denied")))
    const [comment] = denial?.commentId ? await lockCandidates(tx, staff, [denial.commentId]) : []
    if (!denial || !comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }
    const { current, status } = comment
    const answered = await findAppealDecidedBy(tx, eventId)
    if (!answered) return { ok: true, status, eventId: current?.id ?? null }
    if (current?.id !== answered.eventId) {
      const earlier = current ? { name: current.by, did: current.verdict, at: current.at } : undefined
      return { ok: false, reason: "decided", earlier }
    }
    if (!denial.undoable) return { ok: false, reason: "too-late" }
    if (!mayDecideOver(answered, staff.id)) return { ok: false, reason: "own-decision" }
    if (comment.heldBy) return unchanged("open", { comment, staff })
    const changes = [{ comment, toStatus: status, undoes: eventId }]
    const events = await writeDecisions(tx, changed, { staff, action: "undone", changes })
    await settleAppeal(tx, answered.id, null)
    return { ok: true, status, eventId: events.get(comment.id) ?? null, commentId: comment.id }
  })
}
