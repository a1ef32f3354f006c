import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentLeases } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { refusalSentence } from "@/lib/moderation/decisions/messages"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { releaseLease, takeLease } from "@/lib/moderation/leases"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
let id: number

beforeEach(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  const post = await createPost(database())
  id = (await createComment(database(), { postId: post.id, status: "pending" })).id
})

async function runOut() {
  await database()
    .update(commentLeases)
    .set({ until: sql`now() - interval '1 second'` })
    .where(eq(commentLeases.commentId, id))
}

async function statusOf() {
  const [row] = await database().select({ status: comments.status }).from(comments).where(eq(comments.id, id))
  return row?.status
}

test("of two who open a comment at the same moment one has it, and the other reads who", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => takeLease(n % 2 ? ana : ben, id).then((answer) => ({ n, answer }))),
  )
  const holders = new Set(answers.filter(({ answer }) => answer.ok).map(({ n }) => n % 2))
  expect(holders.size).toBe(1)
  const others = answers.filter(({ answer }) => !answer.ok)
  expect(others).toHaveLength(10)
  for (const { answer } of others) expect(answer).toMatchObject({ by: holders.has(1) ? "Ana" : "Ben" })
})

test("a comment that a colleague has open is not decided, and who asks is told by whom", async () => {
  await takeLease(ana, id)
  const refused = await approveComment(ben, { id, version: 1 })
  expect(refused).toMatchObject({ ok: false, reason: "leased", earlier: { name: "Ana" } })
  expect(refusalSentence("leased", refused.earlier)).toBe(
    "Ana has this open. Wait for them, or take it over.",
  )
  expect(await statusOf()).toBe("pending")
  expect((await getQueueItem(ben, id))?.openedBy).toBe("Ana")
  expect((await getQueueItem(ana, id))?.openedBy).toBeNull()
})

test("whoever has it open decides, and it is free again", async () => {
  await takeLease(ana, id)
  const approved = await approveComment(ana, { id, version: 1 })
  expect(approved).toMatchObject({ ok: true })
  expect((await getQueueItem(ben, id))?.openedBy).toBeNull()
  expect(await undoDecision(ben, approved.ok ? (approved.eventId ?? 0) : 0)).toMatchObject({ ok: true })
})

test("nobody has to open a comment before deciding about it", async () => {
  expect(await approveComment(ben, { id, version: 1 })).toMatchObject({ ok: true })
})

test("after two minutes without a touch it is anybody's", async () => {
  await takeLease(ana, id)
  await runOut()
  expect(await rejectComment(ben, { id, version: 1, reason: "abusive" })).toMatchObject({ ok: true })
})

test("it can be taken over, and then the first is told", async () => {
  await takeLease(ana, id)
  expect(await takeLease(ben, id)).toMatchObject({ ok: false, by: "Ana" })
  expect(await takeLease(ben, id, { over: true })).toEqual({ ok: true })
  expect(await approveComment(ana, { id, version: 1 })).toMatchObject({
    reason: "leased",
    earlier: { name: "Ben" },
  })
  expect(await approveComment(ben, { id, version: 1 })).toMatchObject({ ok: true })
})

test("letting go frees one's own and never a colleague's", async () => {
  await takeLease(ana, id)
  await releaseLease(ben, id)
  expect(await takeLease(ben, id)).toMatchObject({ ok: false })
  await releaseLease(ana, id)
  expect(await takeLease(ben, id)).toEqual({ ok: true })
})

test("a decision that was made already is answered as such, whoever has the comment open now", async () => {
  const approved = await approveComment(ana, { id, version: 1 })
  await takeLease(ana, id)
  expect(await rejectComment(ben, { id, version: 1, reason: "abusive" })).toMatchObject({
    reason: "decided",
    earlier: { name: "Ana" },
  })
  expect(await undoDecision(ben, approved.ok ? (approved.eventId ?? 0) : 0)).toMatchObject({
    reason: "leased",
  })
})

test("a comment that is not there is nobody's, and a writer opens none", async () => {
  expect(await takeLease(ana, 987_654_321)).toEqual({ ok: false, by: null })
  const writer = asStaff(await createStaff(database(), { roles: ["writer"] }))
  expect(await takeLease(writer, id)).toEqual({ ok: false, by: null })
  expect(await database().select().from(commentLeases).where(eq(commentLeases.commentId, id))).toEqual([])
})

test("two who open, take over and decide at once leave one decision", async () => {
  for (let round = 0; round < 10; round++) {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id, status: "pending" })
    await Promise.all(
      [ana, ben].map(async (staff) => {
        await takeLease(staff, id, { over: staff === ben })
        await approveComment(staff, { id, version: 1 })
      }),
    )
    const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
    expect(events).toHaveLength(1)
  }
})
