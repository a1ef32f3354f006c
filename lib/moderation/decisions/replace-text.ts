import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { Changed } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import type { LockedText } from "@/lib/moderation/decisions/change-locked-text"
import { writeDecisions } from "@/lib/moderation/decisions/write"

type Replacement = LockedText & { staff: Staff; reason?: string; undoes?: number }

/**
 * Gives a comment another text, and writes the event after it, since the filter learns from the text as it is now. The
 * fingerprint stays that of what was typed: sending the removed words again is a repetition.
 */
export async function replaceText(
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
