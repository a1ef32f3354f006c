import "server-only"
import type { Transaction } from "@/db/client"
import type { Changed } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { mayDecideOver } from "@/lib/comments/appeal-policy"
import { findCurrentDecision, hasOpenReports } from "@/lib/comments/current-decision"
import { lockForDecision } from "@/lib/comments/locked-comment"
import { findOpenAppeal, settleAppeal } from "@/lib/comments/open-appeals"
import { actionOf, type Verdict } from "@/lib/comments/types"
import { decidedMeanwhile, earlierOf, heldElsewhere } from "@/lib/moderation/decisions/earlier"
import { type DecisionEvent, recordDecision, withDecision } from "@/lib/moderation/decisions/record"
import type { DecisionOutcome, Seen } from "@/lib/moderation/types"

/** Puts a comment before the readers, or keeps a reported one there. */
export function approveComment(staff: Staff, seen: Seen): Promise<DecisionOutcome> {
  return decide(staff, "approved", seen)
}

/** Keeps a comment from the readers; `reason` is a key of `lib/comments/reasons.ts`. */
export function rejectComment(staff: Staff, seen: Seen & { reason?: string }): Promise<DecisionOutcome> {
  return decide(staff, "rejected", seen)
}

/** Keeps a comment from the readers as spam. */
export function markCommentSpam(staff: Staff, seen: Seen): Promise<DecisionOutcome> {
  return decide(staff, "spam", seen)
}

/** One decision, whole or not at all: the row is locked, then status and event are written together. */
async function decide(
  staff: Staff,
  verdict: Verdict,
  { reason, ...seen }: Seen & { reason?: string },
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision((tx, changed) => decideWithin(tx, changed, { staff, verdict, seen, reason }))
}

type Decision = { staff: Staff; verdict: Verdict; seen: Seen; reason?: string }

/**
 * The same decision as part of something larger: the caller has asked whether the person may decide, and tells the
 * desks once it is kept.
 */
export async function decideWithin(
  tx: Transaction,
  changed: Changed,
  { staff, verdict, seen, reason = "" }: Decision,
): Promise<DecisionEvent> {
  const comment = await lockForDecision(tx, seen.id)
  if (!comment) return { ok: false, reason: "gone" }
  if (comment.status === "deleted") return { ok: false, reason: "deleted" }

  const standing = await findCurrentDecision(tx, comment)
  if (standing && standing.id !== seen.standing) {
    if (standing.verdict !== verdict) return decidedMeanwhile(standing, staff)
    return { ok: true, status: verdict, eventId: standing.id, earlier: earlierOf(standing, staff) }
  }
  if (comment.version !== seen.version) return { ok: false, reason: "edited" }
  // While an author appeals, somebody else than before decides, and that is the answer.
  const appeal = await findOpenAppeal(tx, comment.id)
  if (!mayDecideOver(appeal, staff.id)) return { ok: false, reason: "own-decision" }
  if (comment.status === verdict && !appeal && !(await hasOpenReports(tx, comment.id, standing))) {
    return { ok: true, status: verdict, eventId: standing?.id ?? null }
  }
  const busy = await heldElsewhere(tx, staff, comment.id)
  if (busy) return busy
  const decision = { comment, staff, action: actionOf[verdict], toStatus: verdict, reason }
  const outcome = await recordDecision(tx, changed, decision)
  if (outcome.ok && appeal) await settleAppeal(tx, appeal.id, outcome.eventId)
  return outcome
}
