import "server-only"
import { randomBytes } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { commentReports, comments, moderationEvents } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import type { CommentInput, ReportInput } from "@/lib/comments/input"
import { attemptLimit, editLimit, refusalOf, reportLimit, triesOf } from "@/lib/comments/limits"
import { modeOf } from "@/lib/comments/modes"
import { networkHash } from "@/lib/comments/network-hash"
import { findPlaceToSpeak } from "@/lib/comments/place-to-speak"
import { attachmentPath, canEdit, takesComments } from "@/lib/comments/policy"
import type { Refusal } from "@/lib/comments/refusals"
import { type Decision, screen } from "@/lib/comments/screening"
import { sealAddress } from "@/lib/email-address"
import { countAgainst, countAllAgainst, type Limit, peekAtLimits } from "@/lib/rate-limit"
import { getSettings } from "@/lib/settings/queries"

/** Where the person is led: their own page, or the comment on the story. */
export type Submitted = { id: number; slug: string; showOwnPage: boolean }

type Answer<T> = { ok: true; value: T } | { ok: false; reason: Refusal }

/**
 * Takes a comment: the row, why it appears or waits, and what it counts against the limits are kept together
 * or not at all. The same words by the same person in the same place are one comment, however often and
 * however many at once they arrive; a repetition leads to the first and does not count as a comment.
 */
export async function submitComment(input: CommentInput & { network: string }): Promise<Answer<Submitted>> {
  const attempt = { limit: attemptLimit, who: input.network }
  const allowed = await peekAtLimits([attempt])
  if (!allowed.ok) return { ok: false, reason: "too-many" }
  const answer = await takeComment(input)
  if (!answer.ok || answer.value.before) await countAgainst(attempt.limit, attempt.who)
  if (!answer.ok) return answer
  const { before: _, ...submitted } = answer.value
  return { ok: true, value: submitted }
}

async function takeComment(
  input: CommentInput & { network: string },
): Promise<Answer<Submitted & { before: boolean }>> {
  const address = sealAddress(input.email)
  const fingerprint = commentFingerprint({ ...address, name: input.name, body: input.comment })
  const seenFrom = await networkHash(input.network)
  const tries = triesOf(input)

  // Looked at before the repetition is: a first comment and its count become visible together, so of two
  // equal ones the second is never called too fast.
  const limits = await peekAtLimits(tries)
  const place = await findPlaceToSpeak({
    story: input.story,
    replyTo: input.replyTo,
    emailHash: address.emailHash,
    fingerprint,
  })
  if (place?.saidHere) return { ok: true, value: await leadToFirst(place.saidHere, place.post.slug) }
  const mode = place && modeOf(place.post, await getSettings())
  const open = takesComments(place && mode && { status: place.post.status, mode })
  if (!place || !mode || !open.ok) return { ok: false, reason: open.ok ? "story-gone" : open.reason }
  if (input.replyTo !== null && place.parent?.status !== "approved")
    return { ok: false, reason: "parent-gone" }
  if (!limits.ok) return { ok: false, reason: refusalOf(limits.limit) }

  const decision = await screen({
    body: input.comment,
    name: input.name,
    website: input.website,
    commentMode: mode,
    honeypot: input.nickname,
    sameWordsElsewhere: place.saidElsewhere,
  })
  const above = place.parent ? attachmentPath(place.parent.path) : []
  const row = {
    id: place.nextId,
    postId: place.post.id,
    parentId: above.at(-1) ?? null,
    path: [...above, place.nextId],
    status: decision.status,
    name: input.name,
    website: input.website,
    body: input.comment,
    ...address,
    fingerprint,
    networkHash: seenFrom,
  } satisfies typeof comments.$inferInsert
  try {
    const written = await transaction(async (tx, changed) => {
      // Waits for an equal comment that is being written at this moment.
      const [fresh] = await tx
        .insert(comments)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: comments.id })
      if (!fresh) return false
      await noteArrival(tx, row.id, decision)
      const counted = await countAllAgainst(tries, tx)
      if (!counted.ok) throw new OverLimit(counted.limit)
      if (decision.status === "approved") changed(`post:${place.post.slug}`, "lists")
      return true
    })
    if (!written) return await takeComment(input)
  } catch (error) {
    if (error instanceof OverLimit) return { ok: false, reason: refusalOf(error.limit) }
    throw error
  }
  const showOwnPage = decision.status !== "approved"
  return { ok: true, value: { id: place.nextId, slug: place.post.slug, showOwnPage, before: false } }
}

/** Rolls the comment back, and with it what was counted: only comments that were taken count. */
class OverLimit extends Error {
  constructor(readonly limit: Limit) {
    super(limit.name)
  }
}

/**
 * The author's page lets its holder change and delete, so it is not given to a stranger who copies a comment from the
 * story and knows its author's address: words that ever were public prove nothing of who sends them.
 */
async function leadToFirst(id: number, slug: string): Promise<Submitted & { before: boolean }> {
  const [shown] = await database()
    .select({ id: moderationEvents.id })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, id), eq(moderationEvents.toStatus, "approved")))
    .limit(1)
  return { id, slug, showOwnPage: shown === undefined, before: true }
}

async function noteArrival(tx: Transaction, commentId: number, { status, reason }: Decision): Promise<void> {
  const action = { approved: "published", pending: "held", spam: "marked_spam" } as const
  await tx
    .insert(moderationEvents)
    .values({ commentId, action: action[status], toStatus: status, reason: reason ?? "", commentVersion: 1 })
}

/** Changes the words of a comment in its first minutes; an approved one is screened again and may have to wait. */
export async function editComment(id: number, body: string): Promise<Answer<null>> {
  const counted = await countAgainst(editLimit, String(id))
  if (!counted.ok) return { ok: false, reason: "too-many" }
  // Before the transaction: who holds one connection and asks for another waits for itself when there are many.
  const site = await getSettings()
  try {
    return await transaction(async (tx, changed) => {
      const found = await lockComment(tx, id)
      if (!found || !canEdit(found.comment)) return { ok: false, reason: "too-late" }
      const { comment, post } = found
      if (post.status !== "published") return { ok: false, reason: "story-gone" }
      if (body === comment.body) return { ok: true, value: null }

      const decision = await screen({
        ...comment,
        body,
        commentMode: modeOf(post, site),
        honeypot: "",
        sameWordsElsewhere: null,
      })
      const stays = comment.status === "approved" && decision.status === "approved"
      const status = stays ? "approved" : "pending"
      const version = comment.version + 1
      const fingerprint = commentFingerprint({ emailHash: comment.emailHash, name: comment.name, body })
      await tx
        .update(comments)
        .set({ body, status, version, fingerprint, editedAt: sql`now()` })
        .where(eq(comments.id, id))
      const newlyHeld = comment.status === "approved" && decision.reason === "hold-all"
      const reason = newlyHeld ? "edited" : (decision.reason ?? "")
      await tx.insert(moderationEvents).values({
        commentId: id,
        action: "edited",
        fromStatus: comment.status,
        toStatus: status,
        reason,
        commentVersion: version,
      })
      if (comment.status === "approved") changed(`post:${post.slug}`, "lists")
      return { ok: true, value: null }
    })
  } catch (error) {
    if (isRepetition(error)) return { ok: false, reason: "said-already" }
    throw error
  }
}

/** Takes a comment back for its author: nothing they typed is kept, only that there was a comment. */
export async function deleteComment(id: number): Promise<void> {
  await transaction(async (tx, changed) => {
    const found = await lockComment(tx, id)
    if (!found || found.comment.status === "deleted") return
    const { comment, post } = found
    await tx
      .update(comments)
      .set({
        status: "deleted",
        version: comment.version + 1,
        // The columns may not be empty; these say nothing.
        name: "Deleted",
        body: "Deleted",
        website: "",
        emailSealed: randomBytes(48),
        emailHash: randomBytes(32),
        fingerprint: randomBytes(32),
        networkHash: null,
      })
      .where(eq(comments.id, id))
    await tx.insert(moderationEvents).values({
      commentId: id,
      action: "deleted",
      fromStatus: comment.status,
      toStatus: "deleted",
      commentVersion: comment.version + 1,
    })
    // Also when it was not on the page: the words in its place may say otherwise now.
    changed(`post:${post.slug}`)
    if (comment.status === "approved") changed("lists")
  })
}

/** Tells the moderators about a comment; once from each network address. */
export async function reportComment(report: ReportInput & { network: string }): Promise<Answer<null>> {
  const counted = await countAgainst(reportLimit, report.network)
  if (!counted.ok) return { ok: false, reason: "too-many-reports" }
  const seenFrom = await networkHash(report.network)
  return transaction(async (tx) => {
    const found = await lockComment(tx, report.commentId)
    if (found?.comment.status !== "approved" || found.post.status !== "published") {
      return { ok: false, reason: "comment-gone" }
    }
    await tx
      .insert(commentReports)
      .values({
        commentId: report.commentId,
        reason: report.reason,
        note: report.note,
        networkHash: seenFrom,
      })
      .onConflictDoNothing()
    return { ok: true, value: null }
  })
}

async function lockComment(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      comment: comments,
      post: {
        slug: posts.slug,
        status: posts.status,
        commentMode: posts.commentMode,
        publishedAt: posts.publishedAt,
      },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, id))
    .for("update", { of: comments })
  return row
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
