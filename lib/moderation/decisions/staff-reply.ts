import "server-only"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import { limits } from "@/lib/comments/input"
import { protectEmail } from "@/lib/email"
import { approveAnswered } from "@/lib/moderation/decisions/approve-answered"
import { bylineOf } from "@/lib/moderation/decisions/byline-of"
import { lockAnswered } from "@/lib/moderation/decisions/lock-answered"
import type { DecisionRefusal, Earlier, Seen } from "@/lib/moderation/decisions/types"
import { writeReply } from "@/lib/moderation/decisions/write-reply"
import { showsNothing } from "@/lib/text/storable"
import { cleanText } from "@/lib/text/typed-text"

export type ReplyRefusal = "not-allowed" | "empty" | "too-long" | "gone" | "not-shown"

/** `earlier` is there when what somebody else did is the reason of the answer. */
export type ReplyAnswer =
  | { ok: true; id: number }
  | { ok: false; reason: ReplyRefusal | DecisionRefusal; earlier?: Earlier }

/**
 * Answers a reader as one of the staff, under the person's byline. It appears at once: no check screens it and no limit
 * counts it, also while the story is closed to readers. Only a comment that readers see can be answered; with
 * `approving`, what the moderator saw of it, it is approved in the same transaction, and neither happens without the
 * other. The same words again are the same answer.
 */
export async function replyAsStaff(
  staff: Staff,
  { commentId, body, approving }: { commentId: number; body: string; approving?: Omit<Seen, "id"> },
): Promise<ReplyAnswer> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const text = cleanText(body)
  if (showsNothing(text)) return { ok: false, reason: "empty" }
  if (Buffer.byteLength(text) > limits.bodyBytes) return { ok: false, reason: "too-long" }

  const name = await bylineOf(staff)
  const address = protectEmail(staff.email)
  const fingerprint = commentFingerprint({ ...address, name, body: text })
  const answer = await transaction(async (tx, changed): Promise<ReplyAnswer> => {
    if (approving) {
      const approved = await approveAnswered(tx, changed, { staff, seen: { id: commentId, ...approving } })
      if (!approved.ok) return approved
    }
    const parent = await lockAnswered(tx, commentId)
    // With an approval that was asked before it.
    if (!parent || !(parent.published || approving)) return { ok: false, reason: "gone" }
    if (parent.status !== "approved") return { ok: false, reason: "not-shown" }
    const reply = { ...address, name, body: text, fingerprint, staffId: staff.id }
    return { ok: true, id: await writeReply(tx, changed, { parent, reply }) }
  })
  if (answer.ok) notifyModerators(approving ? [commentId, answer.id] : [answer.id])
  return answer
}
