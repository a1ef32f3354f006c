import { asc, desc, eq, sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { authors } from "../../db/schema/authors.ts"
import { commenters } from "../../db/schema/commenters.ts"
import { comments } from "../../db/schema/comments.ts"
import { moderationEvents } from "../../db/schema/events.ts"
import { commentAppeals } from "../../db/schema/moderation.ts"
import { posts } from "../../db/schema/posts.ts"
import { settings } from "../../db/schema/settings.ts"
import { inviteStaff } from "../../lib/auth/roster.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { eraseEverything } from "../../lib/commenters/erasure.ts"
import { appeal, decideAppeal, undoDenial } from "../../lib/comments/appeals/mutations.ts"
import { banSomebody } from "../../lib/comments/bans/mutations.ts"
import { decideBulk } from "../../lib/comments/bulk/decide.ts"
import { undoBatch } from "../../lib/comments/bulk/undo.ts"
import type { CommentStatus, Verdict } from "../../lib/comments/decisions/decisions.ts"
import { approveComment, markCommentSpam, rejectComment } from "../../lib/comments/decisions/moderation.ts"
import { replyAsStaff } from "../../lib/comments/decisions/staff-reply.ts"
import { undoDecision } from "../../lib/comments/decisions/undo.ts"
import { editComment } from "../../lib/comments/own/edit.ts"
import { deleteComment } from "../../lib/comments/own/mutations.ts"
import { disownComment, proveComment } from "../../lib/comments/own/proved.ts"
import { formStamp } from "../../lib/comments/screening/form-stamp.ts"
import { reportComment } from "../../lib/comments/writing/reports.ts"
import { submitComment } from "../../lib/comments/writing/submission.ts"
import { parsePost } from "../../lib/posts/input.ts"
import { createPost, publishPost, saveDraft, unpublishPost } from "../../lib/posts/mutations.ts"
import { saveSettings } from "../../lib/settings/mutations.ts"
import { readSettings, type Settings } from "../../lib/settings/shape.ts"

/** Two who may do everything: who decided about a comment cannot answer its author's appeal. */
export type Newsroom = { ana: Staff; ben: Staff }

/** Changes something of a publication as its staff and its readers do; `n` says which of those there are. */
export type Mutation = (newsroom: Newsroom, n: number) => Promise<unknown>

type Comment = typeof comments.$inferSelect

/** Every way in which what readers see can change, and some in which it must not. */
export const mutations: Record<string, Mutation> = {
  "a comment waits": (_, n) => say(n, null),
  "a comment appears at once": (_, n) => say(n, "open"),
  "an answer appears at once": async (_, n) => say(n, "open", await find("approved", n)),
  "a comment is approved": ({ ana }, n) => decide(ana, "approved", "pending", n),
  "a comment is rejected": ({ ana }, n) => decide(ana, "rejected", "pending", n),
  "a comment is marked as spam": ({ ana }, n) => decide(ana, "spam", "pending", n),
  "a comment is taken off the page": ({ ana }, n) => decide(ana, "rejected", "approved", n),
  "a comment with answers is taken off the page": ({ ana }, n) => takeOffWithAnswers(ana, n),
  "spam is called a rejection": ({ ana }, n) => decide(ana, "rejected", "spam", n),
  "a decision is taken back": ({ ana }) => undoNewest(ana),
  "many are approved": ({ ana }, n) => decideMany(ana, "approved", "pending", n),
  "many are spam, and are not": async ({ ana }, n) => {
    const batch = await decideMany(ana, "spam", "approved", n)
    if (batch) await undoBatch(ana, batch)
  },
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
  "an appeal is granted": (newsroom, n) => answerAppeal(newsroom, n, true),
  "an appeal is denied, and waits again": (newsroom, n) => answerAppeal(newsroom, n, false),
  "a story is published": ({ ana }, n) => publishNew(ana, n),
  "a draft is saved": ({ ana }, n) => draft(ana, n),
  "a story is withdrawn": ({ ana }, n) => withdraw(ana, n),
  "a withdrawn story is published again": ({ ana }, n) => write(ana, n, {}, "withdrawn"),
  "a story has another title": ({ ana }, n) => write(ana, n, { title: `Another title, number ${n}` }),
  "a story has other words": ({ ana }, n) => write(ana, n, { body: documentOf(`Other words, ${n}.`) }),
  "a story has other tags": ({ ana }, n) => write(ana, n, { tags: `Tag ${n % 5}, Tag ${(n + 1) % 5}` }),
  "a story has another author": async ({ ana }, n) => {
    const rows = await database().select().from(authors).orderBy(asc(authors.id))
    await write(ana, n, { authorId: String(rows[n % rows.length]?.id) })
  },
  "a story has another address": ({ ana }, n) => write(ana, n, { slug: `moved-${n}` }),
  "a story takes no comments": ({ ana }, n) => write(ana, n, { commentMode: "closed" }),
  "a story is saved as it is": ({ ana }, n) => write(ana, n, {}),
  "somebody is invited": (_, n) =>
    inviteStaff({ name: `New ${n}`, email: `new-${n}@example.org`, roles: ["writer", "moderator"] }),
  "the publication has another tagline": ({ ana }, n) => set(ana, { tagline: `Every ${n} days` }),
  "the newsletter has another pitch": ({ ana }, n) => set(ana, { newsletterPitch: `Letter ${n}.` }),
  "a rule for links changes": ({ ana }, n) => set(ana, { commentLinksHeld: n % 50 }),
  "stories close after a week": ({ ana }) => set(ana, { commentsCloseAfterDays: 7 }),
  "stories do not close by age": ({ ana }) => set(ana, { commentsCloseAfterDays: 0 }),
  "a setting is saved as it is": ({ ana }) => set(ana, {}),
}

let networks = 0
const network = () => `192.0.2.${++networks % 250}`

async function say(n: number, mode: "open" | null, above?: Comment) {
  const stories = await database()
    .select()
    .from(posts)
    .where(sql`status = 'published' and comment_mode is distinct from 'closed' and slug <> 'canary'`)
    .orderBy(asc(posts.id))
  const story = above ? stories.find(({ id }) => id === above.postId) : stories[n % stories.length]
  if (!story) return
  // No page shows which of the open modes a story has.
  await database().update(posts).set({ commentMode: mode }).where(eq(posts.id, story.id))
  return submitComment({
    comment: `Something that somebody thought of on day ${n} of the year, number ${++networks}.`,
    name: `Reader ${n}`,
    email: `reader-${n}-${networks}@example.com`,
    website: "",
    story: story.slug,
    replyTo: above?.id ?? null,
    nickname: "",
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
    .select({ id: moderationEvents.id })
    .from(moderationEvents)
    .where(sql`${moderationEvents.commentId} = ${id} and ${moderationEvents.staffId} is not null
      and ${moderationEvents.action} in ('approved', 'rejected', 'marked_spam')
      and not exists (select from moderation_events u where u.undoes = ${moderationEvents.id})`)
    .orderBy(desc(moderationEvents.id))
    .limit(1)
  return { id, version, standing: newest?.id ?? null }
}

const verdicts = { approved: approveComment, rejected: rejectComment, spam: markCommentSpam }

async function decide(staff: Staff, verdict: Verdict, from: CommentStatus, n: number) {
  const comment = await find(from, n)
  return comment && verdicts[verdict](staff, await seen(comment))
}

async function takeOffWithAnswers(staff: Staff, n: number) {
  const rows = await database()
    .select()
    .from(comments)
    .where(sql`status in ('approved', 'pending') and exists (
      select from comments r where r.parent_id = ${comments.id} and r.status = 'approved')`)
    .orderBy(asc(comments.id))
  const comment = rows[n % rows.length]
  return comment && rejectComment(staff, await seen(comment))
}

async function undoNewest(staff: Staff) {
  const [event] = await database()
    .select({ id: moderationEvents.id })
    .from(moderationEvents)
    .where(
      sql`staff_id = ${staff.id} and batch_id is null and action in ('approved', 'rejected', 'marked_spam')`,
    )
    .orderBy(desc(moderationEvents.id))
    .limit(1)
  return event && undoDecision(staff, event.id)
}

async function decideMany(staff: Staff, verdict: Verdict, from: CommentStatus, n: number) {
  const chosen = [await find(from, n), await find(from, n + 1), await find(from, n + 2)]
  const shown = await Promise.all(chosen.filter((one) => one !== undefined).map(seen))
  const outcome = await decideBulk(staff, { verdict, seen: shown, about: "some" })
  return outcome.ok ? outcome.batchId : null
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

async function prove(n: number) {
  const comment = await find("pending", n)
  if (!comment) return
  await database()
    .update(posts)
    .set({ commentMode: "hold_unverified" })
    .where(sql`id = ${comment.postId} and comment_mode is distinct from 'closed'`)
  return proveComment(comment.id)
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
  return banSomebody(staff, {
    target: "author",
    comment: comment.id,
    lasts: "day",
    reason: "Enough.",
    spam: true,
  })
}

async function answerAppeal({ ana, ben }: Newsroom, n: number, grant: boolean) {
  const comment = await find("approved", n)
  if (!comment) return
  await rejectComment(ana, await seen(comment))
  await appeal(comment.id, "It was meant kindly.")
  const [open] = await database()
    .select()
    .from(commentAppeals)
    .where(eq(commentAppeals.commentId, comment.id))
  if (!open) return
  const outcome = await decideAppeal(ben, { appealId: open.id, grant })
  if (outcome.ok && outcome.eventId && !grant) await undoDenial(ben, outcome.eventId)
}

function documentOf(text: string): string {
  return JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })
}

function typed(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function fresh(n: number) {
  return typed({
    title: `A story of day ${n}`,
    standfirst: n % 2 ? `What happened on day ${n}.` : "",
    body: documentOf(`It rained on day ${n}.`),
    slug: "",
    tags: `Tag ${n % 5}`,
    authorId: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  })
}

async function draft(staff: Staff, n: number) {
  const made = await createPost(staff, fresh(n))
  if (made.ok) await saveDraft(staff, made.post, { ...fresh(n), title: `A draft of day ${n}` })
}

async function publishNew(staff: Staff, n: number) {
  const made = await createPost(staff, fresh(n))
  if (made.ok) await publishPost(staff, made.post, fresh(n))
}

type Status = (typeof posts.$inferSelect)["status"]

async function story(n: number, status: Status = "published") {
  const rows = await database()
    .select()
    .from(posts)
    .where(sql`${posts.status} = ${status} and ${posts.slug} <> 'canary'`)
    .orderBy(asc(posts.id))
  return rows[n % rows.length]
}

async function withdraw(staff: Staff, n: number) {
  const post = await story(n)
  return post && unpublishPost(staff, post)
}

async function write(staff: Staff, n: number, fields: Record<string, string>, status?: Status) {
  const post = await story(n, status)
  if (!post) return
  const rows = await database().execute<{ name: string }>(sql`
    select t.name from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = ${post.id} order by position`)
  const { title, standfirst, slug, picture, pictureAlt, commentMode, body, authorId } = post
  const now = { title, standfirst, slug, picture, pictureAlt, commentMode: commentMode ?? "" }
  const tags = rows.map(({ name }) => name).join(", ")
  const input = typed({ ...now, body: JSON.stringify(body), authorId: String(authorId), tags, ...fields })
  return publishPost(staff, post, input)
}

async function present(): Promise<Settings> {
  return readSettings(await database().select({ key: settings.key, value: settings.value }).from(settings))
}

async function set(staff: Staff, some: Partial<Settings>) {
  return saveSettings(staff, { ...(await present()), ...some })
}
