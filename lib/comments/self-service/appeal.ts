import "server-only"
import { commentAppeals } from "@/db/schema/moderation"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockComment } from "@/lib/comments/locked-comment"
import type { CommentResult } from "@/lib/comments/messages"

/** An author's one answer to a moderator's refusal of their comment. */
export async function submitAppeal(commentId: number, text: string): Promise<CommentResult<null>> {
  const answer = await transaction(async (tx): Promise<CommentResult<null>> => {
    const found = await lockComment(tx, commentId)
    const refused = found && ["rejected", "spam"].includes(found.comment.status)
    const standing = refused ? await findCurrentDecision(tx, found.comment) : null
    if (!found || !standing) return { ok: false, reason: "nothing-to-appeal" }
    const [written] = await tx
      .insert(commentAppeals)
      .values({ commentId, eventId: standing.id, body: text })
      .onConflictDoNothing()
      .returning({ id: commentAppeals.id })
    if (!written) return { ok: false, reason: "appealed-already" }
    await recordEvent(tx, {
      commentId,
      action: "appealed",
      fromStatus: found.comment.status,
      toStatus: found.comment.status,
      version: found.comment.version,
    })
    return { ok: true, value: null }
  })
  if (answer.ok) notifyModerators([commentId])
  return answer
}
