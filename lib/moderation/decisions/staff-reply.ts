import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import { limits } from "@/lib/comments/input"
import { lockComments, lockThreads } from "@/lib/comments/locks"
import { attachmentPath } from "@/lib/comments/policy"
import { lockReplyMail, queueReplyMail } from "@/lib/comments/reply-mail"
import { protectEmail } from "@/lib/email"
import { decideWithin } from "@/lib/moderation/decisions/mutations"
import type { DecisionRefusal, Earlier, Seen } from "@/lib/moderation/decisions/types"
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
      const story = await findStory(tx, commentId)
      if (!story) return { ok: false, reason: "gone" }
      // Before the filter's lessons, which the decision locks: the answer takes its place and is told of after that.
      await lockComments(tx, [commentId])
      await lockThreads(tx, [story.id])
      await lockReplyMail(tx, [commentId])
      const seen = { id: commentId, ...approving }
      const approved = await decideWithin(tx, changed, { staff, verdict: "approved", seen })
      if (!approved.ok) return approved
    }
    const [parent] = await tx
      .select({
        path: comments.path,
        status: comments.status,
        postId: comments.postId,
        slug: posts.slug,
        published: sql<boolean>`${posts.status} = 'published'`,
        nextId: sql`nextval(pg_get_serial_sequence('comments', 'id'))`.mapWith(Number),
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(eq(comments.id, commentId))
      // Nobody takes the comment off the page while it is being answered.
      .for("share", { of: comments })
    // With an approval that was asked before it.
    if (!parent || !(parent.published || approving)) return { ok: false, reason: "gone" }
    if (parent.status !== "approved") return { ok: false, reason: "not-shown" }

    const above = attachmentPath(parent.path)
    const parentId = above.at(-1) ?? null
    const said = { postId: parent.postId, parentId, fingerprint }
    const [written] = await tx
      .insert(comments)
      .values({
        id: parent.nextId,
        ...said,
        path: [...above, parent.nextId],
        status: "approved",
        name,
        body: text,
        ...address,
        staffId: staff.id,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id })
    if (!written) return { ok: true, id: await findSame(tx, said) }
    await recordEvent(tx, {
      commentId: written.id,
      staffId: staff.id,
      action: "published",
      toStatus: "approved",
      version: 1,
    })
    await queueReplyMail(tx, written.id)
    const root = above[0] ?? written.id
    changed(...tagsOfComment({ id: written.id, root, slug: parent.slug, was: null, becomes: "approved" }))
    return { ok: true, id: written.id }
  })
  if (answer.ok) notifyModerators(approving ? [commentId, answer.id] : [answer.id])
  return answer
}

/** The comment's story, while readers see it. */
async function findStory(tx: Transaction, commentId: number): Promise<{ id: number } | undefined> {
  const [story] = await tx
    .select({ id: posts.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, commentId), eq(posts.status, "published")))
  return story
}

/** The name readers know from this person's stories, or the person's own. */
async function bylineOf(staff: Staff): Promise<string> {
  if (staff.authorId === null) return staff.name
  const [author] = await database()
    .select({ name: authors.name })
    .from(authors)
    .where(eq(authors.id, staff.authorId))
  return author?.name ?? staff.name
}

type Said = { postId: number; parentId: number | null; fingerprint: Buffer }

async function findSame(tx: Transaction, said: Said): Promise<number> {
  const [same] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.postId, said.postId),
        eq(comments.parentId, said.parentId ?? 0),
        eq(comments.fingerprint, said.fingerprint),
        sql`${comments.status} <> 'deleted'`,
      ),
    )
  return same?.id ?? 0
}
