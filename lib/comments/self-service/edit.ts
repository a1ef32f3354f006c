import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { findCurrentDecision, hasOpenReports } from "@/lib/comments/current-decision"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockComment, tagSubjectOf } from "@/lib/comments/locked-comment"
import type { CommentResult } from "@/lib/comments/messages"
import { canEdit } from "@/lib/comments/policy"
import type { Finding } from "@/lib/comments/screening/check"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { withLasting } from "@/lib/comments/screening/screen"
import { isDisowned } from "@/lib/comments/self-service/disowned"
import { screenEdit } from "@/lib/comments/self-service/screen-edit"
import type { CommentStatus } from "@/lib/comments/types"
import { editLimit } from "@/lib/comments/writing/limits"
import { modeOf } from "@/lib/settings/comment-modes"
import { train } from "@/lib/spam/lessons"
import { restoreBlackouts } from "@/lib/text/blackout"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

/**
 * Changes the words of a comment in its first minutes; an approved one is screened again and may have to wait.
 * @param provedHash the address that this browser has proved. From any other, new words are not proved any more:
 *   who typed an address could otherwise have its owner confirm one thing, and then say another in their name
 */
export async function editComment(
  id: number,
  body: string,
  { provedHash }: { provedHash?: Buffer | null } = {},
): Promise<CommentResult<null>> {
  const counted = await countAgainst(editLimit, ofRow(id))
  if (!counted.ok) return { ok: false, reason: "too-many" }
  // Before the transaction: who holds one connection and asks for another waits for itself when there are many.
  const judged = await screenEdit(id, body, provedHash)
  if (!judged) return { ok: false, reason: "too-late" }
  const { settings, provedApproved, fingerprint, score, contributions } = judged
  try {
    const answer = await transaction<CommentResult<null>>(async (tx, changed) => {
      const found = await lockComment(tx, id)
      if (!found || !canEdit(found.comment)) return { ok: false, reason: "too-late" }
      const { comment, post } = found
      if (post.status !== "published") return { ok: false, reason: "story-gone" }
      const text = restoreBlackouts(body, comment.body)
      if (text === comment.body) return { ok: true, value: null }

      const mode = modeOf(post, settings)
      const findings = withLasting(comment.findings as Finding[], judged.findings)
      const blackedOut = await forgetBlackouts(tx, id)
      const disowned = await isDisowned(tx, id)
      const stillProved = comment.provedAt !== null && (provedHash?.equals(comment.emailHash) ?? false)
      const provedAt = stillProved ? comment.provedAt : null
      const commenter = commenterOf({ proved: stillProved, provedApproved })
      // Closed since: what was said is still the author's to mend, and somebody reads it.
      const ladder = mode === "closed" ? "hold_all" : mode
      const verdict = firstVerdict(ladder, commenter, findings)
      const ofWords = verdict.reason !== firstVerdict(ladder, commenter, []).reason
      const stays = comment.status === "approved" && verdict.status === "approved" && !disowned && !blackedOut
      const status = stays ? "approved" : "pending"
      const version = comment.version + 1
      await tx
        .update(comments)
        .set({
          body: text,
          status,
          version,
          fingerprint,
          findings,
          score,
          contributions,
          provedAt,
          editedAt: sql`now()`,
        })
        .where(eq(comments.id, id))
      // What was learnt was the words that are gone.
      if (!stays) await train(tx, { unlearn: [id] })
      const newlyHeld = comment.status === "approved" && !ofWords && !stays
      const reason = newlyHeld ? "edited" : (verdict.reason ?? "")
      await recordEvent(tx, {
        commentId: id,
        action: "edited",
        fromStatus: comment.status,
        toStatus: status,
        // Whose words they are not stays known, however often they are changed.
        reason: disowned ? "not-theirs" : reason,
        version,
      })
      if (stays && verdict.flagged) await flag(tx, comment)
      const change = { was: comment.status, becomes: status, edited: true } as const
      changed(...tagsOfComment({ ...tagSubjectOf(found), ...change }))
      return { ok: true, value: null }
    })
    if (answer.ok) notifyModerators([id])
    return answer
  } catch (error) {
    if (isRepetition(error)) return { ok: false, reason: "said-already" }
    throw error
  }
}

/** Puts changed words before the moderators, if nothing else does so already. */
async function flag(tx: Transaction, comment: { id: number; status: CommentStatus }): Promise<void> {
  if (await hasOpenReports(tx, comment.id, await findCurrentDecision(tx, comment))) return
  await tx.insert(commentReports).values({ commentId: comment.id, reason: "address" })
}

/**
 * Forgets what a moderator has blacked out: it could only be brought back into the text that it was taken from. Answers
 * whether there was anything, which an edit could bring back.
 */
async function forgetBlackouts(tx: Transaction, commentId: number): Promise<boolean> {
  const forgotten = await tx
    .update(blackouts)
    .set({ original: null, masked: null, words: null })
    .where(eq(blackouts.commentId, commentId))
    .returning({ eventId: blackouts.eventId })
  return forgotten.length > 0
}

/** Postgres' word for a row that breaks `comments_said_once_key`. */
function isRepetition(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return (
    typeof cause === "object" &&
    cause !== null &&
    "constraint_name" in cause &&
    cause.constraint_name === "comments_said_once_key"
  )
}
