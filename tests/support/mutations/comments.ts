import { asc, desc, eq, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { commenters } from "../../../db/schema/commenters.ts"
import { comments } from "../../../db/schema/comments.ts"
import { blackouts, commentAppeals } from "../../../db/schema/moderation.ts"
import { posts } from "../../../db/schema/posts.ts"
import { transaction } from "../../../db/transaction.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { eraseEverything } from "../../../lib/commenters/erasure.ts"
import { formStamp } from "../../../lib/comments/screening/form-stamp.ts"
import { submitAppeal } from "../../../lib/comments/self-service/appeal.ts"
import { editComment } from "../../../lib/comments/self-service/edit.ts"
import { deleteComment } from "../../../lib/comments/self-service/mutations.ts"
import { disownComment, verifyComment } from "../../../lib/comments/self-service/verify.ts"
import type { CommentStatus, Verdict } from "../../../lib/comments/types.ts"
import { reportComment } from "../../../lib/comments/writing/reports.ts"
import { submitComment } from "../../../lib/comments/writing/submission.ts"
import { decideAppeal, undoDenial } from "../../../lib/moderation/appeals/mutations.ts"
import { addBan } from "../../../lib/moderation/bans/mutations.ts"
import { listRecentBatches } from "../../../lib/moderation/bulk/batches.ts"
import { decideBulk } from "../../../lib/moderation/bulk/decide.ts"
import { undoBatch } from "../../../lib/moderation/bulk/undo.ts"
import { blackOutWords, undoBlackout } from "../../../lib/moderation/decisions/blackout.ts"
import {
  approveComment,
  markCommentSpam,
  rejectComment,
} from "../../../lib/moderation/decisions/mutations.ts"
import { replyAsStaff } from "../../../lib/moderation/decisions/staff-reply.ts"
import { undoDecision } from "../../../lib/moderation/decisions/undo.ts"
import { setCommentMode, undoCommentMode } from "../../../lib/posts/comment-mode.ts"
import { type CommentMode, modeOf } from "../../../lib/settings/comment-modes.ts"
import { getSettings } from "../../../lib/settings/queries.ts"
import { blackoutMark } from "../../../lib/text/blackout.ts"
import type { Mutation, Newsroom } from "./mutation.ts"

/** What readers and moderators do with comments. */
export const commentMutations: Record<string, Mutation> = {
  "a comment waits": (_, n) => say(n, null),
  "a comment appears at once": (_, n) => say(n, "open"),
  "an answer appears at once": async (_, n) => say(n, "open", await find("approved", n)),
  "a comment is approved": ({ ana }, n) => decide(ana, "approved", "pending", n),
  "a comment is rejected": ({ ana }, n) => decide(ana, "rejected", "pending", n),
  "a comment is marked as spam": ({ ana }, n) => decide(ana, "spam", "pending", n),
  "a comment is taken off the page": ({ ana }, n) => decide(ana, "rejected", "approved", n),
  "a comment with answers is taken off the page": ({ ana }, n) => takeOffWithAnswers(ana, n),
  "spam is called a rejection": ({ ana }, n) => decide(ana, "rejected", "spam", n),
  "words of what is shown are blacked out": ({ ana }, n) => blackOut(ana, "approved", n),
  "words are brought back": ({ ana }) => bringBack(ana),
  "words of what waits are blacked out": ({ ana }, n) => blackOut(ana, "pending", n),
  "a decision is taken back": ({ ana }) => undoNewest(ana),
  "many are approved": ({ ana }, n) => decideMany(ana, "approved", "pending", n),
  "a decision about many is taken back": ({ ana }) => undoNewestBatch(ana),
  "many are taken off the page": ({ ana }, n) => decideMany(ana, "spam", "approved", n),
  "readers report a comment until it is hidden": (_, n) => report(n),
  "an author changes what waits": async (_, n) => edit(await find("pending", n), n),
  "an author changes what is shown": async (_, n) => edit(await find("approved", n), n),
  "an author deletes what is shown": async (_, n) => remove(await find("approved", n)),
  "an author deletes what waits": async (_, n) => remove(await find("pending", n)),
  "an author proves an address": (_, n) => prove(n),
  "an author denies a comment": (_, n) => deny(n),
  "an author is erased": (_, n) => erase(n),
  "somebody is banned": ({ ana }, n) => ban(ana, n),
  "staff answer a comment": async ({ ana }, n) => {
    const to = await find("approved", n)
    if (to) await replyAsStaff(ana, { commentId: to.id, body: `We have asked, for the ${n}th time.` })
  },
  "a story's comments are held from the queue": ({ ana }, n) => setThread(ana, n, "hold_all"),
  "a story's comments follow the site again": ({ ana }, n) => setThread(ana, n, null),
  "a story's comments are closed from the queue": async ({ ana }, n) => {
    const outcome = await setThread(ana, n, "closed")
    if (outcome?.ok && outcome.eventId) closed = { postId: outcome.postId, eventId: outcome.eventId }
  },
  "that a story's comments were closed is taken back": async ({ ana }) => {
    if (closed) await undoCommentMode(ana, closed)
  },
  "an appeal is granted": (newsroom, n) => answerAppeal(newsroom, n, true),
  "an appeal is denied, and waits again": (newsroom, n) => answerAppeal(newsroom, n, false),
}

type Comment = typeof comments.$inferSelect

/** The newest closing from the queue. */
let closed: { postId: number; eventId: number } | undefined

let networks = 0
const network = () => `192.0.2.${++networks % 250}`

async function say(n: number, mode: "open" | null, above?: Comment) {
  const stories = await database()
    .select()
    .from(posts)
    .where(sql`status = 'published' and comment_mode is distinct from 'closed' and slug <> 'canary'
      and published_at > now() - interval '6 days'`)
    .orderBy(asc(posts.id))
  const story = above ? stories.find(({ id }) => id === above.postId) : stories[n % stories.length]
  if (!story) return
  await setMode(story.id, mode)
  return submitComment({
    comment: `Something that somebody thought of on day ${n} of the year, number ${++networks}.`,
    name: `Reader ${n}`,
    email: `reader-${n}-${networks}@example.com`,
    website: "",
    story: story.slug,
    replyTo: above?.id ?? null,
    leftEmpty: "",
    made: formStamp(),
    network: network(),
  })
}

/** One of the comments with this status, on a published story. */
async function find(status: CommentStatus, n: number): Promise<Comment | undefined> {
  const rows = await database()
    .select({ comment: comments })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      sql`${comments.status} = ${status} and ${posts.status} = 'published' and ${comments.staffId} is null`,
    )
    .orderBy(asc(comments.id))
  return rows[n % rows.length]?.comment
}

async function seen({ id, version }: Comment) {
  const [newest] = await database()
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(sql`${auditEvents.commentId} = ${id} and ${auditEvents.staffId} is not null
      and ${auditEvents.action} in ('approved', 'rejected', 'marked_spam')
      and not exists (select from audit_events u where u.undoes = ${auditEvents.id})`)
    .orderBy(desc(auditEvents.id))
    .limit(1)
  return { id, version, standing: newest?.id ?? null }
}

const verdicts = { approved: approveComment, rejected: rejectComment, spam: markCommentSpam }

async function decide(staff: Staff, verdict: Verdict, from: CommentStatus, n: number) {
  const comment = await find(from, n)
  return comment && verdicts[verdict](staff, { ...(await seen(comment)), reason: "abusive" })
}

/** The first word of a text, wherever it occurs. */
async function blackOut(staff: Staff, status: CommentStatus, n: number) {
  const comment = await find(status, n)
  if (!comment) return
  const [words = ""] = comment.body.replaceAll(blackoutMark, " ").trim().split(/\s/, 1)
  return blackOutWords(staff, { ...(await seen(comment)), words, reason: "words-private" })
}

/** The newest of them, where the text is as it was left. */
async function bringBack(staff: Staff) {
  const [newest] = await database()
    .select({ eventId: blackouts.eventId, comment: comments })
    .from(blackouts)
    .innerJoin(comments, eq(comments.id, blackouts.commentId))
    .where(sql`${comments.body} = ${blackouts.masked} and ${comments.status} <> 'deleted'`)
    .orderBy(desc(blackouts.eventId))
    .limit(1)
  if (!newest) return
  return undoBlackout(staff, { ...(await seen(newest.comment)), eventId: newest.eventId })
}

async function takeOffWithAnswers(staff: Staff, n: number) {
  const rows = await database()
    .select()
    .from(comments)
    .where(sql`status in ('approved', 'pending') and exists (
      select from comments r where r.parent_id = ${comments.id} and r.status = 'approved')`)
    .orderBy(asc(comments.id))
  const comment = rows[n % rows.length]
  return comment && rejectComment(staff, { ...(await seen(comment)), reason: "abusive" })
}

async function undoNewest(staff: Staff) {
  const [event] = await database()
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      sql`staff_id = ${staff.id} and batch_id is null and action in ('approved', 'rejected', 'marked_spam')`,
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
  return event && undoDecision(staff, event.id)
}

async function decideMany(staff: Staff, verdict: Verdict, from: CommentStatus, n: number) {
  const chosen = [await find(from, n), await find(from, n + 1), await find(from, n + 2)]
  const shown = await Promise.all(chosen.filter((one) => one !== undefined).map(seen))
  return decideBulk(staff, { verdict, reason: "abusive", seen: shown, about: "some" })
}

async function undoNewestBatch(staff: Staff) {
  const [batch] = (await listRecentBatches(staff)).filter(({ undoable }) => undoable)
  return batch && undoBatch(staff, batch.id)
}

async function report(n: number) {
  const comment = await find("approved", n)
  if (!comment) return
  for (let times = 0; times < 2; times++) {
    await reportComment({ commentId: comment.id, reason: "abusive", note: "", network: network() })
  }
}

async function edit(comment: Comment | undefined, n: number) {
  return comment && editComment(comment.id, `Better words, for the ${n}th time.`)
}

async function remove(comment: Comment | undefined) {
  return comment && deleteComment(comment.id)
}

/** Forms say who reads a comment first, which goes by the mode that holds for the story. */
async function setMode(postId: number, mode: "open" | "hold_unverified" | null) {
  const site = await getSettings()
  await transaction(async (tx, changed) => {
    const [story] = await tx.select().from(posts).where(eq(posts.id, postId)).for("update")
    if (!story || story.commentMode === "closed") return
    await tx.update(posts).set({ commentMode: mode }).where(eq(posts.id, postId))
    if (modeOf(story, site) !== modeOf({ ...story, commentMode: mode }, site)) changed(`form:${story.slug}`)
  })
}

async function setThread(staff: Staff, n: number, mode: CommentMode | null) {
  const postId = (await find("approved", n))?.postId
  return postId === undefined ? undefined : { postId, ...(await setCommentMode(staff, { postId, mode })) }
}

async function prove(n: number) {
  const comment = await find("pending", n)
  if (!comment) return
  await setMode(comment.postId, "hold_unverified")
  return verifyComment(comment.id)
}

async function deny(n: number) {
  const comment = await find("approved", n)
  return comment && disownComment(comment.id)
}

async function erase(n: number) {
  const comment = await find("approved", n)
  if (!comment) return
  const { emailHash, emailSealed } = comment
  const [row] = await database()
    .insert(commenters)
    .values({ emailHash, emailSealed })
    .onConflictDoUpdate({ target: commenters.emailHash, set: { emailHash } })
    .returning()
  return row && eraseEverything({ id: row.id, epoch: row.epoch })
}

async function ban(staff: Staff, n: number) {
  const comment = await find("pending", n)
  if (!comment) return
  return addBan(staff, {
    target: "author",
    comment: comment.id,
    lasts: "day",
    reason: "Enough.",
    spam: true,
  })
}

async function answerAppeal({ ben }: Newsroom, n: number, grant: boolean) {
  const comment = await find("rejected", n)
  if (!comment) return
  await submitAppeal(comment.id, "It was meant kindly.")
  const [open] = await database()
    .select()
    .from(commentAppeals)
    .where(eq(commentAppeals.commentId, comment.id))
  if (!open) return
  const outcome = await decideAppeal(ben, { appealId: open.id, grant })
  if (outcome.ok && outcome.eventId && !grant) await undoDenial(ben, outcome.eventId)
}
