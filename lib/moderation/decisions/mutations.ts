import "server-only"
import type { Transaction } from "@/db/client"
import { decisionLines } from "@/db/schema/moderation"
import type { Changed } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { settleAppeal } from "@/lib/comments/open-appeals"
import { actionOf, type Verdict } from "@/lib/comments/types"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeDecision } from "@/lib/moderation/decisions/judge-decision"
import { lacksReason } from "@/lib/moderation/decisions/lacks-reason"
import { unchanged } from "@/lib/moderation/decisions/outcome"
import type { DecisionOutcome, Seen } from "@/lib/moderation/decisions/types"
import { type DecisionEvent, withDecision } from "@/lib/moderation/decisions/with-decision"
import { writeDecisions } from "@/lib/moderation/decisions/write"

/** Puts a comment before the readers, or keeps a reported one there. */
export function approveComment(staff: Staff, seen: Seen): Promise<DecisionOutcome> {
  return decide(staff, "approved", seen)
}

type Why = { reason?: string; line?: string }

/**
 * Keeps a comment from the readers.
 * @param seen `reason` is one of `rejectionReasons`; `line` is told to the author beside it
 */
export function rejectComment(
  staff: Staff,
  seen: Seen & { reason: string; line?: string },
): Promise<DecisionOutcome> {
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
  { reason, line, ...seen }: Seen & Why,
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  if (lacksReason(verdict, reason)) return { ok: false, reason: "no-reason" }
  return withDecision((tx, changed) => decideWithin(tx, changed, { staff, verdict, seen, reason, line }))
}

type Decision = Why & { staff: Staff; verdict: Verdict; seen: Seen }

/**
 * The same decision as part of something larger: the caller has asked whether the person may decide, and notifies the
 * desks once it is committed.
 */
export async function decideWithin(
  tx: Transaction,
  changed: Changed,
  { staff, verdict, seen, reason, line }: Decision,
): Promise<DecisionEvent> {
  const [comment] = await lockCandidates(tx, staff, [seen.id])
  if (!comment) return { ok: false, reason: "gone" }
  const judgement = judgeDecision(comment, { verdict, seen, staffId: staff.id, batch: false })
  if (judgement !== "changes") return unchanged(judgement, { comment, staff, seen })
  const events = await writeDecisions(tx, changed, {
    staff,
    action: actionOf[verdict],
    reason,
    changes: [{ comment, toStatus: verdict }],
  })
  const eventId = events.get(comment.id) ?? null
  if (line && eventId) await tx.insert(decisionLines).values({ eventId, commentId: comment.id, body: line })
  if (comment.appeal) await settleAppeal(tx, comment.appeal.id, eventId)
  return { ok: true, status: verdict, eventId, commentId: comment.id }
}
