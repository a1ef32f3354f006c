import { and, eq, sql } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { filterFeatures, filterLessons } from "@/db/schema/filter"
import { bans, commentAppeals } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { findOpenAppeals } from "@/lib/comments/open-appeals"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import type { CommentStatus, Verdict } from "@/lib/comments/types"
import { hashEmail } from "@/lib/email"
import { decideAppeal, undoDenial } from "@/lib/moderation/appeals/mutations"
import type { BanInput } from "@/lib/moderation/bans/input"
import { addBan, liftBan, undoBan, undoLift } from "@/lib/moderation/bans/mutations"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { previewBulk } from "@/lib/moderation/bulk/preview"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { countQueues } from "@/lib/moderation/queue/counts"
import { hashIpPrefix } from "@/lib/visitors/ip-prefix-hash"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"
import { threadsAreTrue } from "../../comments/recount.ts"

withFreshDatabase()

const moderators: Staff[] = []

beforeAll(async () => {
  for (const name of ["Ana", "Ben", "Cleo", "Dara", "Emil"]) {
    moderators.push(asStaff(await createStaff(database(), { name, roles: ["moderator"] })))
  }
})

const single = { approved: approveComment, rejected: rejectComment, spam: markCommentSpam }
const verdict = fc.constantFrom<Verdict>("approved", "rejected", "spam")
const index = fc.nat(99)
const who = fc.nat(4)

const step = fc.oneof(
  fc.record({ do: fc.constant("one" as const), who, verdict, index }),
  fc.record({ do: fc.constant("many" as const), who, verdict, indexes: fc.array(index, { maxLength: 8 }) }),
  fc.record({ do: fc.constant("author" as const), who, verdict, index }),
  fc.record({
    do: fc.constant("ban" as const),
    who,
    index,
    target: fc.constantFrom("author", "network", "name", "domain", "address"),
    spam: fc.boolean(),
  }),
  fc.record({ do: fc.constant("lift" as const), who, index }),
  fc.record({ do: fc.constant("answer" as const), who, grant: fc.boolean() }),
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Undo = () => Promise<{ ok: boolean }>

test("whatever moderators do, taking all of it back in turn leaves every row as it was", async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const ids = await makeComments()
      const before = await everyRow()
      const undos: Undo[] = []
      for (const one of steps) {
        const undo = await take(one, ids)
        if (undo) undos.push(undo)
      }
      taken += undos.length
      await threadsAreTrue()
      for (const undo of undos.reverse()) expect(await undo()).toMatchObject({ ok: true })
      expect(await everyRow()).toEqual(before)
      await threadsAreTrue()
    }),
    { numRuns: 30 },
  )
  // A run in which nothing happened would promise nothing.
  expect(taken).toBeGreaterThan(40)
})

test("five moderators at once on the same comments: one decision stands on each, and all numbers are true", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const ids = await makeComments()
      const desks = moderators.map((_, desk) => steps.filter((one) => one.who === desk))
      await Promise.all(
        desks.map(async (own) => {
          for (const [turn, one] of own.entries()) {
            const undo = await take(one, ids)
            if (turn % 3 === 2) await undo?.()
          }
        }),
      )
      for (const id of ids) await oneDecisionStands(id)
      await threadsAreTrue()
      await queuesAreTrue()
    }),
    { numRuns: 12 },
  )
})

test("bulk decisions that meet from both ends, with single ones between, wait for each other and no more", async () => {
  const posts = [await createPost(database()), await createPost(database()), await createPost(database())]
  const ids: number[] = []
  for (const { id: postId } of posts) {
    for (let root = 0; root < 10; root++) {
      // Conversations without a place yet: an answer that appears gives them one.
      const parent = await createComment(database(), { postId, status: "pending" })
      ids.push(parent.id)
      for (let answer = 0; answer < 3; answer++) {
        ids.push((await createComment(database(), { postId, status: "pending", parent })).id)
      }
    }
  }
  const overlapping = moderators.map((_, desk) => ids.filter((id) => id % 5 !== desk))
  for (let round = 0; round < 4; round++) {
    const verdicts: Verdict[] = round % 2 === 0 ? ["approved", "spam"] : ["rejected", "approved"]
    await Promise.all([
      ...overlapping.map((some, desk) =>
        many(at(moderators, desk), at(verdicts, desk), desk % 2 === 0 ? some : [...some].reverse()),
      ),
      ...ids
        .filter((id) => id % 3 === round % 3)
        .map(async (id) => one(at(moderators, id), at(verdicts, id), id)),
    ])
  }
  for (const id of ids) await oneDecisionStands(id)
  await threadsAreTrue()
  await queuesAreTrue()
})

test("bulk decisions about different comments of the same stories never wait in a circle", async () => {
  const posts = [await createPost(database()), await createPost(database())]
  const desks: number[][] = moderators.map(() => [])
  for (let turn = 0; turn < 80; turn++) {
    for (const [desk, list] of desks.entries()) {
      // Each desk walks the stories in a turn of its own.
      const { id: postId } = at(posts, turn + desk)
      list.push((await createComment(database(), { postId, status: "pending" })).id)
    }
  }
  for (const verdict of ["approved", "rejected", "approved"] as const) {
    await Promise.all(desks.map((ids, desk) => many(at(moderators, desk), verdict, ids)))
  }
  await threadsAreTrue()
})

async function take(step: Step, ids: number[]): Promise<Undo | null> {
  const staff = at(moderators, step.who)
  if (step.do === "one") return one(staff, step.verdict, at(ids, step.index))
  if (step.do === "many")
    return many(
      staff,
      step.verdict,
      step.indexes.map((index) => at(ids, index)),
    )
  if (step.do === "author") {
    const scope = { kind: "author", comment: at(ids, step.index), status: null } as const
    const { seen } = await previewBulk(staff, scope)
    return batch(
      staff,
      await decideBulk(staff, { verdict: step.verdict, reason: "abusive", seen, about: "" }),
    )
  }
  if (step.do === "ban") {
    const banned = await addBan(staff, banOf(step, at(ids, step.index)))
    return banned.ok ? () => undoBan(at(moderators, step.who + 1), banned.banId) : null
  }
  if (step.do === "answer") return answer(staff, step.grant, ids)
  const made = await database().select({ id: bans.id }).from(bans).orderBy(bans.id)
  if (made.length === 0) return null
  const { id } = at(made, step.index)
  const lifted = await liftBan(staff, id)
  return lifted.ok && lifted.batchId !== null ? () => undoLift(staff, id) : null
}

async function one(staff: Staff, verdict: Verdict, id: number): Promise<Undo | null> {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) return null
  const standing = (await findCurrentDecision(database(), row))?.id ?? null
  const outcome = await single[verdict](staff, { id, version: row.version, standing, reason: "abusive" })
  if (!outcome.ok || outcome.eventId === null || outcome.eventId === standing || outcome.earlier) return null
  const { eventId } = outcome
  return () => undoDecision(staff, eventId)
}

/** Answers the appeal of one of the comments, where it waits for somebody else than who refused it. */
async function answer(staff: Staff, grant: boolean, ids: number[]): Promise<Undo | null> {
  const [open] = await findOpenAppeals(database(), ids)
  const outcome = open && (await decideAppeal(staff, { appealId: open.id, grant }))
  if (!outcome?.ok || outcome.eventId === null) return null
  const { eventId } = outcome
  return () => (grant ? undoDecision(staff, eventId) : undoDenial(staff, eventId))
}

async function many(staff: Staff, verdict: Verdict, ids: number[]): Promise<Undo | null> {
  const { seen } = await previewBulk(staff, { kind: "chosen", ids })
  // In the order in which they were chosen, which is any.
  const chosen = ids.flatMap((id) => seen.find((row) => row.id === id) ?? [])
  return batch(staff, await decideBulk(staff, { verdict, reason: "abusive", seen: chosen, about: "" }))
}

function batch(staff: Staff, outcome: Awaited<ReturnType<typeof decideBulk>>): Undo | null {
  if (!outcome.ok || outcome.batchId === null) return null
  const { batchId } = outcome
  return () => undoBatch(staff, batchId)
}

function banOf({ target, spam }: Extract<Step, { do: "ban" }>, id: number): BanInput {
  const shared = { comment: id, lasts: "week", reason: "A flood", spam } as const
  if (target === "name") return { ...shared, target: "name", name: `reader*${id % 3}` }
  if (target === "domain") return { ...shared, target: "domain", domain: `d${id % 3}.example` }
  if (target === "address") return { ...shared, target: "address", email: `reader-${id % 3}@example.org` }
  return { ...shared, target: target === "author" ? "author" : "network" }
}

/** Eight comments by three people from two networks, some in answer to others; the author of one appeals. */
async function makeComments(): Promise<number[]> {
  const statuses: CommentStatus[] = [
    "pending",
    "pending",
    "approved",
    "rejected",
    "pending",
    "spam",
    "approved",
    "pending",
  ]
  const posts = [await createPost(database()), await createPost(database())]
  const made: Awaited<ReturnType<typeof createComment>>[] = []
  for (const [number, status] of statuses.entries()) {
    const { id: postId } = at(posts, number)
    const parent = number >= 4 ? made[number - 4] : undefined
    made.push(
      await createComment(database(), {
        postId,
        status,
        parent,
        name: `Reader ${number % 3}`,
        emailHash: hashEmail(`reader-${number % 3}@example.org`),
        networkHash: await hashIpPrefix(`198.51.100.${number % 2}`),
      }),
    )
  }
  const [first] = made
  if (!first) throw new Error("There are no comments.")
  await rejectComment(at(moderators, 0), { id: first.id, version: first.version, reason: "abusive" })
  await submitAppeal(first.id, "I was quoting the story.")
  return made.map(({ id }) => id)
}

/** All that a decision may touch. A place in the thread is given for good, so it is no part of it. */
async function everyRow() {
  const rows = await database().select().from(comments).orderBy(comments.id)
  return {
    comments: rows.map(({ position: _, ...row }) => row),
    appeals: await database().select().from(commentAppeals).orderBy(commentAppeals.id),
    bans: await database().select().from(bans).orderBy(bans.id),
    lessons: await database().select().from(filterLessons).orderBy(filterLessons.commentId),
    features: await database()
      .select()
      .from(filterFeatures)
      .where(sql`spam <> 0 or ham <> 0`)
      .orderBy(filterFeatures.feature),
  }
}

/** Replays the events: each begins where the one before it ended, and the last is what stands. */
async function oneDecisionStands(id: number) {
  const events = await database()
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.commentId, id), sql`to_status is not null`))
    .orderBy(auditEvents.id)
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  let status = events[0]?.fromStatus ?? row?.status
  for (const event of events) {
    expect(event.fromStatus).toBe(status)
    status = event.toStatus ?? status
  }
  expect(row?.status).toBe(status)
  const undone = new Set(events.map((event) => event.undoes))
  const last = events.findLast(({ id, action }) => action !== "undone" && !undone.has(id))
  if (last) expect(row?.status).toBe(last.toStatus)
}

async function queuesAreTrue() {
  const rows = await database().execute<{ status: string; count: number }>(
    sql`select status, count(*)::int as count from comments group by status`,
  )
  const truth = Object.fromEntries(rows.map((row) => [row.status, row.count]))
  expect(await countQueues(at(moderators, 0))).toMatchObject({
    waiting: truth.pending ?? 0,
    approved: truth.approved ?? 0,
    rejected: truth.rejected ?? 0,
    spam: truth.spam ?? 0,
  })
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index % list.length]
  if (value === undefined) throw new Error("The list is empty.")
  return value
}
