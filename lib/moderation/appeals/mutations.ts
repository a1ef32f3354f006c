import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { moderationEvents } from "@/db/schema/events"
import { commentAppeals } from "@/db/schema/moderation"
import { may, type Staff } from "@/lib/auth/staff"
import { mayDecideOver } from "@/lib/comments/appeal-policy"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { lockForDecision } from "@/lib/comments/locked-comment"
import { findAppealDecidedBy, findOpenAppeal, settleAppeal } from "@/lib/comments/open-appeals"
import { undoMinutes } from "@/lib/comments/types"
import { heldElsewhere } from "@/lib/moderation/decisions/earlier"
import { recordDecision, withDecision } from "@/lib/moderation/decisions/record"
import type { DecisionOutcome } from "@/lib/moderation/types"

type Decision = { appealId: number; grant: boolean; reason?: string }

/**
 * Decides an appeal: granted, the comment is approved as by any other decision, and can be taken back like one; denied,
 * it stays as it is, and `undoDenial` takes that back. Never by who made the decision that is appealed against.
 * @param decision `reason` is a key of `lib/comments/reasons.ts`, told to the author
 */
export async function decideAppeal(
  staff: Staff,
  { appealId, grant, reason = "" }: Decision,
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const [asked] = await tx
      .select({ commentId: commentAppeals.commentId })
      .from(commentAppeals)
      .where(eq(commentAppeals.id, appealId))
    const comment = asked && (await lockForDecision(tx, asked.commentId))
    if (!comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }
    const open = await findOpenAppeal(tx, comment.id)
    if (!open) {
      const standing = await findCurrentDecision(tx, comment)
      return {
        ok: false,
        reason: "appeal-decided",
        earlier: standing?.staffId === staff.id ? undefined : earlier(standing),
      }
    }
    if (!mayDecideOver(open, staff.id)) return { ok: false, reason: "own-decision" }
    const busy = await heldElsewhere(tx, staff, comment.id)
    if (busy) return busy
    const outcome = await recordDecision(tx, changed, {
      comment,
      staff,
      action: grant ? "approved" : "appeal_denied",
      toStatus: grant ? "approved" : comment.status,
      reason,
      detail: { appeal: appealId },
    })
    if (outcome.ok) await settleAppeal(tx, appealId, outcome.eventId)
    return outcome
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
        commentId: moderationEvents.commentId,
        undoable: sql<boolean>`${moderationEvents.createdAt} > now() - make_interval(mins => ${undoMinutes})`,
      })
      .from(moderationEvents)
      .where(and(eq(moderationEvents.id, eventId), eq(moderationEvents.action, "appeal_denied")))
    const comment = denial?.commentId ? await lockForDecision(tx, denial.commentId) : undefined
    if (!denial || !comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }
    const answered = await findAppealDecidedBy(tx, eventId)
    const standing = await findCurrentDecision(tx, comment)
    if (!answered) return { ok: true, status: comment.status, eventId: standing?.id ?? null }
    if (standing?.id !== answered.eventId) return { ok: false, reason: "decided", earlier: earlier(standing) }
    if (!denial.undoable) return { ok: false, reason: "too-late" }
    if (!mayDecideOver(answered, staff.id)) return { ok: false, reason: "own-decision" }
    const busy = await heldElsewhere(tx, staff, comment.id)
    if (busy) return busy
    const undone = { comment, staff, action: "undone", toStatus: comment.status, undoes: eventId } as const
    const outcome = await recordDecision(tx, changed, undone)
    if (outcome.ok) await settleAppeal(tx, answered.id, null)
    return outcome
  })
}

function earlier(standing: Awaited<ReturnType<typeof findCurrentDecision>>) {
  return standing ? { name: standing.by, did: standing.verdict, at: standing.at } : undefined
}
