import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { filterFeatures } from "@/db/schema/filter"
import type { Staff } from "@/lib/auth/staff"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { editComment } from "@/lib/comments/self-service/edit"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { submitComment } from "@/lib/comments/writing/submission"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let moderator: Staff
let story: { id: number; slug: string }
let people = 0

beforeEach(async () => {
  await database().delete(filterFeatures)
  await database().execute(sql`delete from filter_lessons`)
  moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  story = await createPost(database(), { commentMode: "open" })
})

const advertisement = (n: number) => ({
  name: `Captain ${n}`,
  website: "",
  body: `Hovercraft rides along pier ${n} with Zorblatt, mind the eels, bring towels and a strong stomach`,
})

async function waits(said: { name: string; website: string; body: string }) {
  return createComment(database(), { postId: story.id, status: "pending", ...said })
}

async function say({ name, website, body }: { name: string; website: string; body: string }) {
  people++
  const answer = await submitComment({
    name,
    website,
    comment: body,
    email: `someone-${people}@example.org`,
    story: story.slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: `2001:db8:7:${people}::`,
  })
  if (!answer.ok) throw new Error(answer.reason)
  const item = await getQueueItem(moderator, answer.value.id)
  if (!item) throw new Error("no such comment")
  return item
}

async function model(): Promise<string> {
  const rows = await database().execute(sql`select * from filter_features order by feature collate "C"`)
  return JSON.stringify(rows)
}

async function teachSpam(count: number) {
  for (let n = 0; n < count; n++) {
    const { id } = await waits(advertisement(n))
    await markCommentSpam(moderator, { id, version: 1 })
    const fine = await waits({
      name: `Neighbour ${n}`,
      website: "",
      body: `The bridge was quiet on day ${n}.`,
    })
    await approveComment(moderator, { id: fine.id, version: 1 })
  }
}

test("what moderators take for spam is held from then on, and the card adds up why", async () => {
  expect((await say(advertisement(100))).status).toBe("approved")
  await teachSpam(8)
  const item = await say(advertisement(101))
  expect(item.status).toBe("pending")
  expect(item.heldFor).toBe("filter")
  const sum = item.contributions.reduce((total, { weight }) => total + weight, 0)
  expect(sum).toBe(item.score)
  expect(item.contributions[0]?.weight).toBeGreaterThan(0)
  expect((await say({ name: "Lena", website: "", body: "I cross the bridge each morning." })).status).toBe(
    "approved",
  )
})

test("taking a decision back takes its lesson back, to the byte", async () => {
  await teachSpam(2)
  const before = await model()
  for (const decide of [approveComment, markCommentSpam]) {
    const { id } = await waits(advertisement(7))
    const answer = await decide(moderator, { id, version: 1 })
    expect(await model()).not.toBe(before)
    await undoDecision(moderator, (answer.ok && answer.eventId) || 0)
    expect(await model()).toBe(before)
  }
})

test("a decision that replaces another replaces its lesson, and taking it back brings the former one back", async () => {
  const { id } = await waits(advertisement(3))
  const spam = await markCommentSpam(moderator, { id, version: 1 })
  const asSpam = await model()
  const standing = spam.ok ? spam.eventId : null
  const approved = await approveComment(moderator, { id, version: 1, standing })
  expect(await model()).not.toBe(asSpam)
  await undoDecision(moderator, (approved.ok && approved.eventId) || 0)
  expect(await model()).toBe(asSpam)
})

test("what is rude teaches nothing about spam", async () => {
  const before = await model()
  const { id } = await waits({ name: "Cross", website: "", body: "You are all fools." })
  await rejectComment(moderator, { id, version: 1, reason: "abusive" })
  expect(await model()).toBe(before)
})

test("the same decisions in another order make the same filter", async () => {
  const samples = [0, 1, 2, 3].map((n) => ({ said: advertisement(n), spam: n % 2 === 0 }))
  const made: string[] = []
  for (const order of [samples, samples.toReversed()]) {
    await database().delete(filterFeatures)
    await database().execute(sql`delete from filter_lessons`)
    for (const { said, spam } of order) {
      const { id } = await waits(said)
      await (spam ? markCommentSpam : approveComment)(moderator, { id, version: 1 })
    }
    made.push(await model())
  }
  expect(made[0]).toBe(made[1])
})

test("whoever deletes a comment leaves no word of it, not even as a lesson", async () => {
  const before = await model()
  for (const decide of [approveComment, markCommentSpam]) {
    const { id } = await waits({ name: "Quiet", website: "", body: "Zanzibarquartz is my secret word." })
    await decide(moderator, { id, version: 1 })
    expect(await model()).toContain("zanzibarquartz")
    await deleteComment(id)
    expect(await model()).toBe(before)
    const lessons = await database().execute(sql`select * from filter_lessons`)
    expect(JSON.stringify(lessons)).not.toContain("zanzibarquartz")
  }
})

test("new words that the filter knows make an approved comment wait", async () => {
  await teachSpam(8)
  const { id } = await createComment(database(), { postId: story.id, body: "Lovely bridge." })
  await editComment(id, advertisement(50).body)
  const item = await getQueueItem(moderator, id)
  expect(item?.status).toBe("pending")
  expect(item?.findings.map(({ check }) => check)).toContain("learnt filter")
})
