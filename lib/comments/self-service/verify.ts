import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockComment, tagSubjectOf } from "@/lib/comments/locked-comment"
import { lockComments } from "@/lib/comments/locks"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { notTheirs } from "@/lib/comments/self-service/disowned"
import { readHistory } from "@/lib/comments/self-service/history"
import { proveAddress } from "@/lib/comments/self-service/prove-address"
import { verdictOnceProved } from "@/lib/comments/self-service/verdict-once-proved"
import { modeOf } from "@/lib/settings/comment-modes"
import { getSettings } from "@/lib/settings/queries"

type Proved = { ok: true; commenter: { id: number; epoch: number } } | { ok: false }

/**
 * Takes the word of a mailbox's owner that they wrote this comment: the address is proved, and this comment with it.
 * Others under the same address stay as they are, since anybody can have typed it. The rules then decide anew: where
 * all that this comment waited for was the proof, it appears. Saying so again changes nothing.
 * @param seen the version of the text that the owner had before their eyes; another one proves nothing
 * @param epoch that of the link they came with; one that was ended since proves nothing either
 */
export async function verifyComment(
  commentId: number,
  { seen, epoch }: { seen?: number; epoch?: number } = {},
): Promise<Proved> {
  const settings = await getSettings()
  const proved = await transaction(async (tx, changed): Promise<Proved> => {
    // With the conversation it may give a place to, in the order that decisions about many keep.
    await lockComments(tx, [commentId])
    const found = await lockComment(tx, commentId)
    if (!found || found.comment.status === "deleted") return { ok: false }
    const { comment, post } = found
    if (epoch !== undefined && (await lockEpoch(tx, comment)) !== epoch) return { ok: false }
    if (comment.provedAt) return { ok: true, commenter: await proveAddress(tx, comment) }
    const before = await readHistory(tx, commentId)
    if (before.disowned || (seen !== undefined && seen !== comment.version)) return { ok: false }

    const commenter = await proveAddress(tx, comment)
    const verdict = await verdictOnceProved(tx, { comment, before, mode: modeOf(post, settings) })
    const appears = comment.status === "pending" && verdict.status === "approved"
    const status = appears ? "approved" : comment.status
    await tx.update(comments).set({ provedAt: sql`now()`, status }).where(eq(comments.id, commentId))
    await recordEvent(tx, {
      commentId,
      action: "proved",
      fromStatus: comment.status,
      toStatus: status,
      reason: status === "pending" ? (verdict.reason ?? "") : "",
      version: comment.version,
    })
    if (appears) {
      changed(...tagsOfComment({ ...tagSubjectOf(found), was: comment.status, becomes: status }))
      await queueReplyMail(tx, commentId)
    }
    return { ok: true, commenter }
  })
  if (proved.ok) notifyModerators([commentId])
  return proved
}

/**
 * Takes the word of a mailbox's owner that they did not write this comment: it can never be proved, and no more mail
 * about it goes to them. Where only the rules had let it appear it waits for a moderator; a moderator's decision stands.
 */
export async function disownComment(commentId: number, epoch?: number): Promise<{ ok: boolean }> {
  const disowned = await transaction(async (tx, changed) => {
    const found = await lockComment(tx, commentId)
    if (!found || found.comment.status === "deleted" || found.comment.provedAt) return { ok: false }
    const { comment } = found
    if (epoch !== undefined && (await lockEpoch(tx, comment)) !== epoch) return { ok: false }
    const before = await readHistory(tx, commentId)
    if (before.disowned) return { ok: true }
    const held = comment.status === "approved" && !before.byStaff
    const status = held ? "pending" : comment.status
    await tx.update(comments).set({ status }).where(eq(comments.id, commentId))
    await recordEvent(tx, {
      commentId,
      action: "held",
      fromStatus: comment.status,
      toStatus: status,
      reason: notTheirs,
      version: comment.version,
    })
    changed(...tagsOfComment({ ...tagSubjectOf(found), was: comment.status, becomes: status }))
    return { ok: true }
  })
  if (disowned.ok) notifyModerators([commentId])
  return disowned
}

type Comment = typeof comments.$inferSelect

/** The epoch of the commenter behind a comment; it stays so until the transaction ends. */
async function lockEpoch(tx: Transaction, { emailHash }: Comment): Promise<number | null> {
  const [row] = await tx
    .select({ epoch: commenters.epoch })
    .from(commenters)
    .where(eq(commenters.emailHash, emailHash))
    .for("no key update")
  return row?.epoch ?? null
}
