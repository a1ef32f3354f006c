import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { decryptEmail, protectEmail } from "@/lib/email"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { replyAsStaff } from "@/lib/moderation/decisions/staff-reply"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff

beforeAll(async () => {
  const author = await createAuthor(database(), { name: "Ana Byline" })
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"], authorId: author.id }))
})

async function shown(fields: Parameters<typeof createPost>[1] = {}) {
  const post = await createPost(database(), fields)
  return { post, comment: await createComment(database(), { postId: post.id }) }
}

async function rowOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  return row
}

test("an answer of the staff is on the page at once, under their byline, with its event", async () => {
  const { post, comment } = await shown()
  const changed: string[] = []
  const stop = onTagChanged((tag) => changed.push(tag))
  const answer = await replyAsStaff(ana, { commentId: comment.id, body: "We have asked the council.\r\n" })
  stop()
  const row = await rowOf(answer.ok ? answer.id : 0)
  expect(row).toMatchObject({
    status: "approved",
    parentId: comment.id,
    staffId: ana.id,
    name: "Ana Byline",
    body: "We have asked the council.",
    networkHash: null,
  })
  expect(row?.position).toBe(1)
  expect(decryptEmail(row?.emailSealed ?? Buffer.alloc(0))).toBe(ana.email)
  const events = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.commentId, row?.id ?? 0))
  expect(events).toMatchObject([
    { action: "published", staffId: ana.id, toStatus: "approved", fromStatus: null },
  ])
  expect(changed).toEqual(commentTags(post.slug, row?.id ?? 0, comment.id))
})

test("staff may answer while the story is closed to readers, and as often as they like", async () => {
  const { comment } = await shown({ commentMode: "closed" })
  for (let n = 0; n < 5; n++) {
    expect(await replyAsStaff(ana, { commentId: comment.id, body: `Answer ${n}.` })).toMatchObject({
      ok: true,
    })
  }
})

test("the same words again are the same answer, also at the same moment", async () => {
  const { comment } = await shown()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => replyAsStaff(ana, { commentId: comment.id, body: "Once." })),
  )
  expect(new Set(answers.map((answer) => (answer.ok ? answer.id : 0))).size).toBe(1)
})

test("a comment that readers do not see, or whose story is gone, is not answered", async () => {
  const post = await createPost(database())
  for (const status of ["pending", "rejected", "spam", "deleted"] as const) {
    const { id } = await createComment(database(), { postId: post.id, status })
    expect(await replyAsStaff(ana, { commentId: id, body: "Hm." })).toEqual({
      ok: false,
      reason: "not-shown",
    })
  }
  const { comment } = await shown({ status: "withdrawn" })
  expect(await replyAsStaff(ana, { commentId: comment.id, body: "Hm." })).toEqual({
    ok: false,
    reason: "gone",
  })
  expect(await replyAsStaff(ana, { commentId: 987_654_321, body: "Hm." })).toEqual({
    ok: false,
    reason: "gone",
  })
})

test("a comment that waits is approved and answered in one press, once", async () => {
  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, status: "pending" })
  const press = () =>
    replyAsStaff(ana, { commentId: id, body: "Welcome.", approving: { version: 1, standing: null } })
  const answers = await Promise.all([press(), press()])
  expect(answers[0]).toMatchObject({ ok: true })
  expect(answers[1]).toEqual(answers[0])
  expect(await rowOf(id)).toMatchObject({ status: "approved", position: 1 })
  const replies = await database().select().from(comments).where(eq(comments.parentId, id))
  expect(replies).toMatchObject([{ body: "Welcome.", status: "approved", staffId: ana.id, position: 1 }])
  const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
  expect(events).toMatchObject([{ action: "approved", staffId: ana.id, version: 1 }])
})

test("neither is a comment approved without its answer, nor answered without being approved", async () => {
  const ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  const post = await createPost(database())
  const waiting = () => createComment(database(), { postId: post.id, status: "pending" })
  const approving = { version: 1, standing: null }

  const empty = await waiting()
  expect(await replyAsStaff(ana, { commentId: empty.id, body: " ", approving })).toMatchObject({
    reason: "empty",
  })
  const edited = await waiting()
  expect(
    await replyAsStaff(ana, { commentId: edited.id, body: "Hm.", approving: { ...approving, version: 2 } }),
  ).toMatchObject({ reason: "edited" })
  const hidden = await createPost(database(), { status: "withdrawn" })
  const gone = await createComment(database(), { postId: hidden.id, status: "pending" })
  expect(await replyAsStaff(ana, { commentId: gone.id, body: "Hm.", approving })).toMatchObject({
    reason: "gone",
  })
  for (const { id } of [empty, edited, gone]) expect(await rowOf(id)).toMatchObject({ status: "pending" })

  const refused = await waiting()
  await rejectComment(ben, { id: refused.id, version: 1, reason: "other" })
  expect(await replyAsStaff(ana, { commentId: refused.id, body: "Hm.", approving })).toMatchObject({
    reason: "decided",
    earlier: { name: "Ben", did: "rejected" },
  })
  expect(await database().select().from(comments).where(eq(comments.parentId, refused.id))).toEqual([])
})

test("an empty answer is refused, and so is anybody who does not moderate", async () => {
  const { comment } = await shown()
  expect(await replyAsStaff(ana, { commentId: comment.id, body: "  " })).toMatchObject({ reason: "empty" })
  expect(await replyAsStaff(ana, { commentId: comment.id, body: "x".repeat(70_000) })).toMatchObject({
    reason: "too-long",
  })
  const editor = asStaff(await createStaff(database(), { roles: ["editor"] }))
  expect(await replyAsStaff(editor, { commentId: comment.id, body: "Hm." })).toMatchObject({
    reason: "not-allowed",
  })
})

test("a reply that approves and an approval elsewhere, told to the same reader, wait for each other and no more", async () => {
  const email = "asks-twice@example.org"
  await database()
    .insert(commenters)
    .values({ ...protectEmail(email), provedAt: new Date() })
  const [{ id: here }, { id: postId }] = [await createPost(database()), await createPost(database())]
  const theirs = { ...protectEmail(email), provedAt: new Date(), notifyReplies: true }
  const waiting = await createComment(database(), { ...theirs, postId: here, status: "pending" })
  const asked = await createComment(database(), { ...theirs, postId })
  const answer = await createComment(database(), { postId, parent: asked, status: "pending" })
  // Something was learnt before, so that there is a row to wait for.
  await approveComment(ana, {
    id: (await createComment(database(), { postId, status: "pending" })).id,
    version: 1,
  })

  const [reply, approval] = await transaction(async (tx) => {
    await tx.execute(sql`select from filter_features where feature = '' for update`)
    const approving = { version: 1, standing: null }
    const replying = replyAsStaff(ana, { commentId: waiting.id, body: "We have asked.", approving })
    await untilWaiting(1)
    const deciding = approveComment(ana, { id: answer.id, version: 1 })
    await untilWaiting(2)
    return [replying, deciding] as const
  })
  expect(await Promise.all([reply, approval])).toMatchObject([{ ok: true }, { ok: true }])
})

/** Waits until so many connections wait for a lock. */
async function untilWaiting(count: number) {
  await expect
    .poll(async () => {
      const [row] = await database().$client`
        select count(distinct pid)::int as waiting from pg_locks where not granted and pid in (
          select pid from pg_stat_activity where datname = current_database())`
      return row?.waiting
    })
    .toBe(count)
}
