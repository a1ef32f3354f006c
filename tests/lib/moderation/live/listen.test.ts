import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import { moderationChannel, notifyModerators } from "@/lib/comments/desk-changes"
import { findOpenAppeals } from "@/lib/comments/open-appeals"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { decideAppeal } from "@/lib/moderation/appeals/mutations"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { addNote } from "@/lib/moderation/decisions/notes"
import { takeLease } from "@/lib/moderation/leases"
import { changedSince, newestEvent } from "@/lib/moderation/live/events"
import { listenForNews } from "@/lib/moderation/live/listen"
import type { LiveNews } from "@/lib/moderation/live/news"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let postId: number

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  postId = (await createPost(database())).id
})

function waiting() {
  return createComment(database(), { postId, status: "pending", body: "Words of a reader." })
}

/** What one open desk has heard. */
async function sitDown() {
  const heard: LiveNews[] = []
  const leave = await listenForNews(ana, (news) => heard.push(news))
  return {
    heard,
    leave,
    of: (id: number) => heard.flatMap(({ changes }) => changes).filter((one) => one.id === id),
  }
}

test("a thousand pieces of news in a moment are a few messages, and none is lost", async () => {
  const payloads: string[] = []
  const line = await database().$client.listen(moderationChannel, (payload) => payloads.push(payload))
  for (let id = 1; id <= 1000; id++) {
    notifyModerators([id % 150 || 150])
    if (id % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const named = () => new Set(payloads.join(",").split(",").filter(Boolean))
  await expect.poll(() => named().size).toBe(150)
  expect(payloads.length).toBeLessThan(5)
  payloads.length = 0
  notifyModerators(Array.from({ length: 5000 }, (_, id) => id + 1))
  await expect.poll(() => payloads).toEqual(["many"])
  await line.unlisten()
})

test("every open desk hears of a decision, a lease and a report, and of no word that a reader typed", async () => {
  const comment = await waiting()
  const desks = await Promise.all(Array.from({ length: 20 }, sitDown))
  await takeLease(ana, comment.id)
  for (const { of } of desks) {
    await expect.poll(() => of(comment.id).at(-1)?.open).toEqual({ staffId: ana.id, by: "Ana" })
  }
  await approveComment(ana, { id: comment.id, version: 1 })
  for (const { of } of desks) {
    await expect
      .poll(() => of(comment.id).at(-1))
      .toEqual({
        id: comment.id,
        status: "approved",
        version: 1,
        event: await newestEvent(),
        reports: 0,
        note: 0,
        appealed: false,
        open: null,
      })
  }
  await database().insert(commentReports).values({ commentId: comment.id, reason: "spam", note: "A note." })
  notifyModerators([comment.id])
  const [first] = desks
  await expect.poll(() => first?.of(comment.id).at(-1)?.reports).toBe(1)
  expect(first?.heard.at(-1)?.counts).toMatchObject({ reported: 1, undecided: 1 })
  const note = await addNote(ana, { commentId: comment.id, body: "A word for Ben." })
  await expect.poll(() => first?.of(comment.id).at(-1)?.note).toBe(note.ok && note.id)
  expect(JSON.stringify(first?.heard)).not.toMatch(
    /Words of a reader|A note|A word|Reader \d|email|network|hash/i,
  )
  for (const { leave } of desks) leave()

  const [lines] = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and query ilike ${`listen "${moderationChannel}"`}`)
  expect(lines?.count).toBe(1)
})

test("every open desk hears that somebody appeals, and how a colleague decided", async () => {
  const comment = await waiting()
  const ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  await rejectComment(ana, { id: comment.id, version: 1, reason: "abusive" })
  const desk = await sitDown()
  const before = desk.of(comment.id).length
  await submitAppeal(comment.id, "I was quoting the story.")
  await expect.poll(() => desk.of(comment.id).length).toBeGreaterThan(before)
  const [open] = await findOpenAppeals(database(), [comment.id])
  expect(desk.of(comment.id).at(-1)?.appealed).toBe(true)
  const appealed = desk.of(comment.id).at(-1)?.event ?? 0

  await decideAppeal(ben, { appealId: open?.id ?? 0, grant: true })
  await expect.poll(() => desk.of(comment.id).at(-1)).toMatchObject({ status: "approved", appealed: false })
  expect(desk.of(comment.id).at(-1)?.event).toBeGreaterThan(appealed)
  desk.leave()
})

test("a desk that has left hears nothing more", async () => {
  const [stays, leaves] = [await sitDown(), await sitDown()]
  leaves.leave()
  const comment = await waiting()
  notifyModerators([comment.id])
  await expect.poll(() => stays.of(comment.id).length).toBe(1)
  expect(leaves.heard).toEqual([])
  stays.leave()
})

test("a desk that breaks while it is told keeps nobody else from hearing, and is told no more", async () => {
  let asked = 0
  await listenForNews(ana, () => {
    asked++
    throw new Error("broken")
  })
  const desk = await sitDown()
  for (let round = 1; round <= 2; round++) {
    const comment = await waiting()
    notifyModerators([comment.id])
    await expect.poll(() => desk.of(comment.id).length).toBe(1)
  }
  expect(asked).toBe(1)
  desk.leave()
})

test("whoever sits down after a time without anybody is not told of what happened in it", async () => {
  const gone = await sitDown()
  gone.leave()
  const [before, filling] = [await waiting(), await waiting()]
  const held = (id: number) => ({ commentId: id, action: "held", toStatus: "pending" }) as const
  // More than are looked at again for having come late.
  await database()
    .insert(auditEvents)
    .values([held(before.id), ...Array.from({ length: 60 }, () => held(filling.id))])
  const desk = await sitDown()
  const after = await waiting()
  await database().insert(auditEvents).values(held(after.id))
  notifyModerators("many")
  await expect.poll(() => desk.of(after.id).length).toBe(1)
  expect(desk.of(before.id)).toEqual([])
  desk.leave()
})

test("what happened while the line was cut is told when it is back", async () => {
  const desk = await sitDown()
  const comment = await waiting()
  await database().execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike ${`listen "${moderationChannel}"`}`)
  await approveComment(ana, { id: comment.id, version: 1 })
  await expect.poll(() => desk.of(comment.id).at(-1)?.status).toBe("approved")
  desk.leave()
})

test("news of more than can be named is looked up, and of more than can be read it is said that there is more", async () => {
  const desk = await sitDown()
  const before = await newestEvent()
  const comment = await waiting()
  await approveComment(ana, { id: comment.id, version: 1 })
  notifyModerators("many")
  await expect.poll(() => desk.of(comment.id).at(-1)?.status).toBe("approved")
  expect(await changedSince(before, 200)).toContain(comment.id)
  expect(await changedSince(0, 1)).toBeNull()
  desk.leave()
})
