import "server-only"
import { eq } from "drizzle-orm"
import { auditEvents } from "@/db/schema/audit"
import { blackouts } from "@/db/schema/moderation"
import { isUndoable } from "@/lib/audit/undoable"
import type { Staff } from "@/lib/auth/staff"
import { limits } from "@/lib/comments/input"
import { changeLockedText } from "@/lib/moderation/decisions/change-locked-text"
import { lacksReason } from "@/lib/moderation/decisions/lacks-reason"
import { replaceText } from "@/lib/moderation/decisions/replace-text"
import type { DecisionOutcome, Seen } from "@/lib/moderation/decisions/types"
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
  return changeLockedText({ staff, seen }, async (tx, changed, { comment, body }) => {
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
  return changeLockedText({ staff, seen }, async (tx, changed, { comment, body }) => {
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
