import { randomBytes } from "node:crypto"
import { beforeAll, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { countQueues } from "@/lib/moderation/queue/counts"
import { getQueueItem, listQueue } from "@/lib/moderation/queue/queries"
import type { QueueName } from "@/lib/moderation/types"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let postId: number

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  postId = (await createPost(database(), { title: "The bridge opens", slug: "the-bridge-opens" })).id
})

test("a moderator sees what is said, under which story, in answer to whom and why it waits", async () => {
  const parent = await createComment(database(), { postId, name: "Lena", body: "A first word." })
  const comment = await createComment(database(), { postId, parent, status: "pending", name: "Marek" })
  await database().insert(auditEvents).values({
    commentId: comment.id,
    action: "held",
    toStatus: "pending",
    reason: "links",
    version: 1,
  })
  const item = (await listQueue(ana, { status: "waiting" })).items.find(({ id }) => id === comment.id)
  expect(item).toMatchObject({
    name: "Marek",
    post: { slug: "the-bridge-opens", title: "The bridge opens" },
    parent: { name: "Lena", excerpt: "A first word." },
    heldFor: "links",
    standing: null,
    last: { action: "held", by: null },
  })
  expect(item?.createdAt).toBeInstanceOf(Date)
})

test("nothing of a commenter's addresses reaches the queue", async () => {
  const comment = await createComment(database(), { postId, status: "pending" })
  const item = await getQueueItem(ana, comment.id)
  const fields = Object.keys(item ?? {}).join(" ")
  expect(fields).not.toMatch(/email|network|fingerprint/i)
})

test("what was decided about the same address before is counted, and nobody else's", async () => {
  const emailHash = randomBytes(32)
  const first = new Date("2024-03-01T10:00:00Z")
  await createComment(database(), { postId, emailHash, createdAt: first })
  await createComment(database(), { postId, emailHash, status: "rejected" })
  await createComment(database(), { postId, emailHash, status: "spam" })
  await createComment(database(), { postId, emailHash, status: "deleted" })
  const comment = await createComment(database(), { postId, emailHash, status: "pending" })
  expect((await getQueueItem(ana, comment.id))?.history).toEqual({
    approved: 1,
    rejected: 1,
    spam: 1,
    waiting: 0,
    firstSeen: first,
  })
})

test("what was refused in the same mailbox is counted, and what was approved under the very address", async () => {
  const mailboxHash = randomBytes(32)
  const post = await createPost(database())
  const [one, other] = [randomBytes(32), randomBytes(32)]
  const say = (emailHash: Buffer, status: "approved" | "rejected" | "pending" | "spam") =>
    createComment(database(), { postId: post.id, emailHash, mailboxHash, status })
  for (const emailHash of [one, other]) {
    for (const status of ["approved", "rejected", "spam"] as const) await say(emailHash, status)
  }
  // From before mailboxes were kept.
  await createComment(database(), { postId: post.id, emailHash: one, status: "approved" })
  const { id } = await say(one, "pending")
  expect((await getQueueItem(ana, id))?.history).toMatchObject({
    approved: 1,
    rejected: 2,
    spam: 2,
    waiting: 0,
  })
  await say(other, "pending")
  const { items } = await listQueue(ana, { status: "approved" })
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
})

test("a decided comment says by whom and can be undone; taken back, it says so", async () => {
  const comment = await createComment(database(), { postId, status: "pending" })
  await rejectComment(ana, { id: comment.id, version: 1, reason: "off-topic" })
  const item = await getQueueItem(ana, comment.id)
  expect(item?.standing).toMatchObject({
    verdict: "rejected",
    by: "Ana",
    reason: "off-topic",
    undoable: true,
  })
  expect(item?.standing?.at).toBeInstanceOf(Date)
  await undoDecision(ana, item?.standing?.id ?? 0)
  expect(await getQueueItem(ana, comment.id)).toMatchObject({
    status: "pending",
    standing: null,
    last: { action: "undone", by: "Ana" },
  })
})

test("a report brings a shown comment up until a moderator has answered it", async () => {
  const comment = await createComment(database(), { postId })
  await createComment(database(), { postId })
  const report = () =>
    database()
      .insert(commentReports)
      .values({
        commentId: comment.id,
        reason: "abusive",
        note: "About my son.",
        networkHash: randomBytes(32),
      })
  await report()
  expect((await listQueue(ana, { status: "reported" })).items).toMatchObject([
    { id: comment.id, reports: { count: 1, reasons: ["abusive"], notes: ["About my son."] } },
  ])
  const kept = await approveComment(ana, { id: comment.id, version: 1 })
  expect((await listQueue(ana, { status: "reported" })).items).toEqual([])
  await report()
  expect((await listQueue(ana, { status: "reported" })).items).toMatchObject([{ reports: { count: 1 } }])
  await undoDecision(ana, kept.ok ? (kept.eventId ?? 0) : 0)
  expect((await listQueue(ana, { status: "reported" })).items).toMatchObject([{ reports: { count: 2 } }])
})

test.each([
  ["waiting", "pending", "oldest"],
  ["spam", "spam", "newest"],
] as const)(
  "the %s queue turns its pages without losing or doubling a comment",
  async (queue, status, order) => {
    for (let i = 0; i < 120; i++) await createComment(database(), { postId, status })
    const ids: number[] = []
    let after: string | null = null
    let pages = 0
    do {
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(ana, { status: queue, after })
      expect(page.items.length).toBeLessThanOrEqual(50)
      ids.push(...page.items.map((item) => item.id))
      after = page.next
      pages++
    } while (after !== null)
    expect(pages).toBeGreaterThanOrEqual(3)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe((await countQueues(ana))[queue])
    expect(ids).toEqual([...ids].sort((a, b) => (order === "oldest" ? a - b : b - a)))
  },
)

test.each<[QueueName]>([["waiting"], ["reported"], ["approved"]])(
  "the %s queue is one question to the database",
  async (status) => {
    const asked = vi.spyOn(database().$client, "unsafe")
    await listQueue(ana, { status })
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
  },
)

test("a writer does not see the queue", async () => {
  const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
  await expect(listQueue(writer, { status: "waiting" })).rejects.toThrow()
  await expect(countQueues(writer)).rejects.toThrow()
  await expect(getQueueItem(writer, 1)).rejects.toThrow()
})
