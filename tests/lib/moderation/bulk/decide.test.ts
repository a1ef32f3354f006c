import { eq, sql } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { type CacheTag, onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import type { Verdict } from "@/lib/comments/types"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { previewBulk } from "@/lib/moderation/bulk/preview"
import type { BulkScope } from "@/lib/moderation/bulk/scope-address"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import type { Seen } from "@/lib/moderation/decisions/types"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { takeLease } from "@/lib/moderation/leases"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asOwner } from "../../../support/owner.ts"
import { rememberStatements } from "../../../support/remember-statements.ts"
import { asStaff } from "../../comments/as-staff.ts"
import { threadsAreTrue } from "../../comments/recount.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
let post: Awaited<ReturnType<typeof createPost>>
let statements: string[]

beforeAll(async () => {
  statements = await rememberStatements()
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
})

beforeEach(async () => {
  post = await createPost(database())
})

const waiting = () => createComment(database(), { postId: post.id, status: "pending" })
const seen = (...rows: { id: number; version: number }[]): Seen[] =>
  rows.map(({ id, version }) => ({ id, version, standing: null }))
const bulk = (verdict: Verdict, list: Seen[], staff = ana) =>
  decideBulk(staff, { verdict, reason: "abusive", seen: list, about: "Some comments" })

test("many are not rejected without a reason, and none of them changes", async () => {
  const row = await waiting()
  for (const reason of [undefined, "", "because"]) {
    const outcome = await decideBulk(ana, { verdict: "rejected", reason, seen: seen(row), about: "" })
    expect(outcome).toEqual({ ok: false, reason: "no-reason" })
  }
  expect(await statuses(row)).toEqual(["pending"])
})

async function statuses(...rows: { id: number }[]) {
  const found = await database().select().from(comments)
  return rows.map(({ id }) => found.find((row) => row.id === id)?.status)
}

const eventsOf = (id: number) =>
  database().select().from(auditEvents).where(eq(auditEvents.commentId, id)).orderBy(auditEvents.id)

function done(outcome: Awaited<ReturnType<typeof decideBulk>>) {
  if (!outcome.ok || outcome.batchId === null)
    throw new Error(`Nothing was decided: ${JSON.stringify(outcome)}`)
  return { ...outcome, batchId: outcome.batchId }
}

test("many comments get one verdict, each with an event of its own in one batch", async () => {
  const rows = [await waiting(), await waiting(), await createComment(database(), { postId: post.id })]
  const outcome = done(await bulk("spam", seen(...rows)))
  expect(outcome).toMatchObject({ changed: 3 })
  expect(await statuses(...rows)).toEqual(["spam", "spam", "spam"])
  for (const [index, row] of rows.entries()) {
    expect(await eventsOf(row.id)).toMatchObject([
      {
        action: "marked_spam",
        staffId: ana.id,
        fromStatus: index === 2 ? "approved" : "pending",
        toStatus: "spam",
        version: 1,
        batchId: outcome.batchId,
      },
    ])
  }
})

test("a rejection of many carries its reason, an approval none", async () => {
  const [a, b] = [await waiting(), await waiting()]
  await decideBulk(ana, { verdict: "rejected", reason: "off-topic", seen: seen(a), about: "" })
  await decideBulk(ana, { verdict: "approved", reason: "off-topic", seen: seen(b), about: "" })
  expect((await eventsOf(a.id))[0]?.reason).toBe("off-topic")
  expect((await eventsOf(b.id))[0]?.reason).toBe("")
})

test("what changed since it was looked at is left alone and counted", async () => {
  const [edited, deleted, approved, spam, gone, same] = [
    await waiting(),
    await waiting(),
    await waiting(),
    await waiting(),
    await waiting(),
    await waiting(),
  ]
  const list = seen(edited, deleted, approved, spam, gone, same)
  await database()
    .update(comments)
    .set({ version: 2, body: "Other words." })
    .where(eq(comments.id, edited.id))
  await database().update(comments).set({ status: "deleted" }).where(eq(comments.id, deleted.id))
  await approveComment(ben, { id: approved.id, version: 1 })
  await bulk("spam", seen(spam), ben)
  await database().delete(comments).where(eq(comments.id, gone.id))

  const outcome = done(await bulk("spam", list))
  expect(outcome.changed).toBe(1)
  expect(outcome.left).toEqual({
    edited: 1,
    deleted: 1,
    decided: 1,
    already: 1,
    gone: 1,
    appealed: 0,
    open: 0,
  })
  expect(await statuses(edited, deleted, approved, spam, same)).toEqual([
    "pending",
    "deleted",
    "approved",
    "spam",
    "spam",
  ])
})

test("when nothing has to change, no batch is made", async () => {
  const shown = await createComment(database(), { postId: post.id })
  const before = await database().$count(moderationBatches)
  expect(await bulk("approved", seen(shown))).toMatchObject({ ok: true, batchId: null, changed: 0 })
  expect(await database().$count(moderationBatches)).toBe(before)
})

test("approving many answers their reports, though they are shown already", async () => {
  const shown = await createComment(database(), { postId: post.id })
  await database().insert(commentReports).values({ commentId: shown.id, reason: "abusive" })
  expect(done(await bulk("approved", seen(shown))).changed).toBe(1)
  expect(await eventsOf(shown.id)).toMatchObject([{ action: "approved", fromStatus: "approved" }])
})

test("an appeal is left for a person to answer", async () => {
  const row = await waiting()
  const outcome = await rejectComment(ana, { id: row.id, version: 1, reason: "abusive" })
  const eventId = outcome.ok ? (outcome.eventId ?? 0) : 0
  await database().insert(commentAppeals).values({ commentId: row.id, eventId, body: "Please look again." })
  const answer = await bulk("approved", [{ id: row.id, version: 1, standing: eventId }])
  expect(answer).toMatchObject({ changed: 0, left: { appealed: 1 } })
})

test("what a colleague has open is left to them, and taking many back waits for nobody", async () => {
  const [mine, theirs] = [await waiting(), await waiting()]
  await takeLease(ana, mine.id)
  await takeLease(ben, theirs.id)
  const scope: BulkScope = { kind: "chosen", ids: [mine.id, theirs.id] }
  expect((await previewBulk(ana, scope)).outcomes.spam).toMatchObject({ changes: 1, left: { open: 1 } })

  const outcome = done(await bulk("spam", seen(mine, theirs)))
  expect(outcome).toMatchObject({ changed: 1, left: { open: 1 } })
  expect(await statuses(mine, theirs)).toEqual(["spam", "pending"])

  await takeLease(ben, mine.id)
  expect(await undoBatch(ana, outcome.batchId ?? 0)).toMatchObject({ restored: 1, left: { open: 0 } })
  expect(await statuses(mine)).toEqual(["pending"])
})

test("an undo gives every comment the status it had, and a second one changes nothing", async () => {
  const rows = [
    await waiting(),
    await createComment(database(), { postId: post.id }),
    await createComment(database(), { postId: post.id, status: "rejected" }),
  ]
  const { batchId } = done(await bulk("spam", seen(...rows)))
  expect(await undoBatch(ben, batchId)).toMatchObject({ ok: true, before: false, restored: 3 })
  expect(await statuses(...rows)).toEqual(["pending", "approved", "rejected"])
  const events = await eventsOf(rows[1]?.id ?? 0)
  expect(events).toMatchObject([
    { action: "marked_spam" },
    { action: "undone", undoes: events[0]?.id, staffId: ben.id },
  ])

  expect(await undoBatch(ana, batchId)).toMatchObject({ ok: true, before: true, restored: 0 })
  expect(await eventsOf(rows[1]?.id ?? 0)).toHaveLength(2)
  await threadsAreTrue()
})

test("an undo leaves what was decided anew, taken back by itself, changed or deleted", async () => {
  const [anew, single, edited, deleted, same] = [
    await waiting(),
    await waiting(),
    await createComment(database(), { postId: post.id }),
    await waiting(),
    await waiting(),
  ]
  const { batchId } = done(await bulk("rejected", seen(anew, single, edited, deleted, same)))
  const event = async (id: number) => (await eventsOf(id)).at(-1)?.id ?? 0
  await approveComment(ben, { id: anew.id, version: 1, standing: await event(anew.id) })
  await undoDecision(ben, await event(single.id))
  await database().update(comments).set({ version: 2 }).where(eq(comments.id, edited.id))
  await database().update(comments).set({ status: "deleted" }).where(eq(comments.id, deleted.id))

  const outcome = await undoBatch(ana, batchId)
  expect(outcome).toMatchObject({ restored: 1, left: { decided: 2, edited: 1, deleted: 1 } })
  expect(await statuses(anew, single, edited, deleted, same)).toEqual([
    "approved",
    "pending",
    "rejected",
    "deleted",
    "pending",
  ])
})

test("one comment of a batch can be taken back by itself", async () => {
  const [a, b] = [await waiting(), await waiting()]
  done(await bulk("spam", seen(a, b)))
  const [event] = await eventsOf(a.id)
  expect(await undoDecision(ana, event?.id ?? 0)).toMatchObject({ ok: true, status: "pending" })
  expect(await statuses(a, b)).toEqual(["pending", "spam"])
})

test("after an hour a batch stays", async () => {
  const row = await waiting()
  const { batchId } = done(await bulk("spam", seen(row)))
  await asOwner((tx) =>
    tx
      .update(moderationBatches)
      .set({ createdAt: sql`now() - interval '61 minutes'` })
      .where(eq(moderationBatches.id, batchId)),
  )
  expect(await undoBatch(ana, batchId)).toEqual({ ok: false, reason: "too-late" })
  expect(await statuses(row)).toEqual(["spam"])
})

test("a thousand comments take two dozen statements: their answers, places and counters are right", async () => {
  const posts = [post, await createPost(database())]
  const rows: { id: number; version: number }[] = []
  for (const { id: postId } of posts) {
    for (let index = 0; index < 500; index++) {
      const parent = index % 3 === 2 ? rows.at(-1) : undefined
      const above = parent && (await database().select().from(comments).where(eq(comments.id, parent.id)))[0]
      const under = above?.postId === postId && !above.parentId ? above : undefined
      rows.push(await createComment(database(), { postId, status: "pending", parent: under }))
    }
  }
  const told: CacheTag[] = []
  const stop = onTagChanged((tag) => told.push(tag))
  statements.length = 0
  const { batchId, changed } = done(await bulk("approved", seen(...rows)))
  expect(statements.length).toBeLessThan(25)
  stop()
  expect(changed).toBe(1000)
  expect(new Set(told)).toEqual(
    new Set(posts.flatMap(({ slug }) => [`title:${slug}`, `thread:${slug}`, `card:${slug}`])),
  )
  await threadsAreTrue()
  for (const { id: postId } of posts) {
    const top = await database()
      .select({ id: comments.id, position: comments.position })
      .from(comments)
      .where(sql`post_id = ${postId} and parent_id is null`)
      .orderBy(comments.position)
    expect(top.map(({ id }) => id)).toEqual(top.map(({ id }) => id).sort((a, b) => a - b))
  }
  await undoBatch(ana, batchId)
  expect(new Set(await statuses(...rows))).toEqual(new Set(["pending"]))
  await threadsAreTrue()
})

test("spam that nobody saw makes no page be written anew", async () => {
  const [quiet, above] = [await waiting(), await waiting()]
  await createComment(database(), { postId: post.id, parent: above })
  const told: CacheTag[] = []
  const stop = onTagChanged((tag) => told.push(tag))
  await bulk("spam", seen(quiet))
  expect(told).toEqual([])
  // Its answer is shown, under words that say what became of it.
  await bulk("spam", seen(above))
  stop()
  expect(told).toEqual([`thread:${post.slug}`, `conversation:${above.id}`])
})

test("somebody without the role changes nothing", async () => {
  const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
  const row = await waiting()
  expect(await bulk("spam", seen(row), writer)).toEqual({ ok: false, reason: "not-allowed" })
  const { batchId } = done(await bulk("spam", seen(row)))
  expect(await undoBatch(writer, batchId)).toEqual({ ok: false, reason: "not-allowed" })
  expect(await statuses(row)).toEqual(["spam"])
})
