import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import type { Changed } from "@/db/transaction"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { limits } from "@/lib/comments/input"
import { type Candidate, lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeBlackout, lacksReason } from "@/lib/moderation/decisions/judge"
import { unchanged } from "@/lib/moderation/decisions/outcome"
import { type DecisionEvent, withDecision, writeDecisions } from "@/lib/moderation/decisions/write"
import type { DecisionOutcome, Seen } from "@/lib/moderation/types"
import { blackOut } from "@/lib/text/blackout"

/**
 * Puts a mark in place of words of a comment, wherever they occur in it; its status stays.
 * @param seen `words` as they stand in the text, `reason` one of `blackoutReasons`
 */
export async function blackOutWords(
  staff: Staff,
  { words, reason, ...seen }: Seen & { words: string; reason: string },
): Promise<DecisionOutcome> {
  if (lacksReason("blacked_out", reason)) return { ok: false, reason: "no-blackout-reason" }
  return onText({ staff, seen }, async (tx, changed, { comment, body }) => {
    const masked = blackOut(body, words)
    if (masked === null) return { ok: false, reason: "no-such-words" }
    if (masked === body) return { ok: false, reason: "blacked-out-already" }
    if (Buffer.byteLength(masked) > limits.bodyBytes) return { ok: false, reason: "too-many-words" }
    const event = await replaceText(tx, changed, { staff, comment, body: masked, reason })
    const { eventId, commentId } = event
    await tx.insert(blackouts).values({ eventId, commentId, original: body, masked, words })
    return event
  })
}

/** Brings the words back, while they are kept and the text is as the blackout left it. */
export async function undoBlackout(
  staff: Staff,
  { eventId, ...seen }: Seen & { eventId: number },
): Promise<DecisionOutcome> {
  return onText({ staff, seen }, async (tx, changed, { comment, body }) => {
    const [kept] = await tx
      .select({
        commentId: blackouts.commentId,
        original: blackouts.original,
        masked: blackouts.masked,
        recent: isUndoable(auditEvents.createdAt),
      })
      .from(blackouts)
      .innerJoin(auditEvents, eq(auditEvents.id, blackouts.eventId))
      .where(eq(blackouts.eventId, eventId))
    if (kept?.commentId !== comment.id) return { ok: false, reason: "decided" }
    if (kept.original === null || !kept.recent) return { ok: false, reason: "words-gone" }
    if (kept.masked !== body) return { ok: false, reason: "edited" }
    await tx.delete(blackouts).where(eq(blackouts.eventId, eventId))
    return replaceText(tx, changed, { staff, comment, body: kept.original, undoes: eventId })
  })
}

type Text = { comment: Candidate; body: string }

/** Runs a change of the very text that the moderator saw, with the comment locked. */
async function onText(
  { staff, seen }: { staff: Staff; seen: Seen },
  change: (tx: Transaction, changed: Changed, text: Text) => Promise<DecisionEvent>,
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const [comment] = await lockCandidates(tx, staff, [seen.id])
    if (!comment) return { ok: false, reason: "gone" }
    const judgement = judgeBlackout(comment, { seen, staffId: staff.id })
    if (judgement !== "changes") return unchanged(judgement, { comment, staff, seen })
    const [row] = await tx.select({ body: comments.body }).from(comments).where(eq(comments.id, seen.id))
    return change(tx, changed, { comment, body: row?.body ?? "" })
  })
}

type Replacement = Text & { staff: Staff; reason?: string; undoes?: number }

/**
 * Before the event, since the filter learns from the text as it is now. The fingerprint stays that of what was typed:
 * sending the removed words again is a repetition.
 */
async function replaceText(
  tx: Transaction,
  changed: Changed,
  { staff, comment, body, reason, undoes }: Replacement,
) {
  const version = comment.version + 1
  await tx.update(comments).set({ body, version }).where(eq(comments.id, comment.id))
  const events = await writeDecisions(tx, changed, {
    staff,
    action: undoes ? "undone" : "blacked_out",
    reason,
    changes: [{ comment: { ...comment, version }, toStatus: comment.status, undoes, edited: true }],
  })
  const eventId = events.get(comment.id)
  if (eventId === undefined) throw new Error("A change of a text left no event.")
  return { ok: true, status: comment.status, eventId, commentId: comment.id } as const
}
