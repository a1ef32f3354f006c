import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { commenters } from "@/db/schema/commenters"
import { mailDeliveries } from "@/db/schema/newsletter"
import { eraseEverything } from "@/lib/commenters/erasure"
import { reportComment } from "@/lib/comments/writing/reports"
import { protectEmail } from "@/lib/email"
import { approveComment, markCommentSpam } from "@/lib/moderation/decisions/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const moderator = async () => asStaff(await createStaff(database(), { roles: ["moderator"] }))

/** Somebody who has proved an address, with a comment that has been shown and is spam now: the filter has learnt from it. */
async function somebodyLearntFrom() {
  const post = await createPost(database(), { commentMode: "open" })
  const address = protectEmail(`${randomUUID()}@example.org`)
  const provedAt = new Date()
  const [commenter] = await database()
    .insert(commenters)
    .values({ ...address, provedAt })
    .returning()
  const own = { postId: post.id, ...address, provedAt, notifyReplies: true, body: "Cheap pills here." }
  const comment = await createComment(database(), own)
  const learnt = await markCommentSpam(await moderator(), { id: comment.id, version: 1 })
  if (!commenter || !learnt.ok) throw new Error("Not made.")
  return { post, commenter, comment }
}

/**
 * Starts an erasure, then a decision, while the filter's lessons are locked, so that both wait for these unless one waits
 * for the other.
 */
async function atOnce(erase: () => Promise<unknown>, decide: () => Promise<unknown>) {
  let both: Promise<unknown[]> | undefined
  await database().transaction(async (tx) => {
    await tx.execute(sql`select from filter_features for update`)
    const erased = erase()
    await untilWaiting(1)
    const decided = decide()
    await untilWaiting(2)
    both = Promise.all([erased, decided])
    both.catch(() => undefined)
  })
  return both
}

function untilWaiting(count: number) {
  return until(`${count} connections that wait for a lock`, async () => {
    const [row] = await database().execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    return row?.waiting === count
  })
}

test("an answer is approved while the one it is for erases everything: neither fails, and no mail is left", async () => {
  const { post, commenter, comment } = await somebodyLearntFrom()
  const answer = await createComment(database(), { postId: post.id, parent: comment, status: "pending" })
  const mo = await moderator()
  const outcomes = await atOnce(
    () => eraseEverything(commenter),
    () => approveComment(mo, { id: answer.id, version: 1 }),
  )
  expect(outcomes).toMatchObject([1, { ok: true, status: "approved" }])
  const left = eq(mailDeliveries.commenterId, commenter.id)
  expect(await database().$count(mailDeliveries, left)).toBe(0)
})

test("a reported comment is decided about while its reporter erases everything: neither fails", async () => {
  const { commenter } = await somebodyLearntFrom()
  const { id: postId } = await createPost(database())
  const { id } = await createComment(database(), { postId })
  const report = { commentId: id, reason: "spam", note: "", network: "192.0.2.7" } as const
  await reportComment({ ...report, commenterId: commenter.id })
  const mo = await moderator()
  const outcomes = await atOnce(
    () => eraseEverything(commenter),
    () => approveComment(mo, { id, version: 1 }),
  )
  expect(outcomes).toMatchObject([1, { ok: true, status: "approved" }])
})
