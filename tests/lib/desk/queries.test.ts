import { randomBytes } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { addBylines, createAuthor, createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import { subscribers } from "@/db/schema/newsletter"
import type { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { listLatestDecisions } from "@/lib/audit/log/queries"
import type { Role, Staff } from "@/lib/auth/staff"
import {
  countUndecidedComments,
  listApprovedStories,
  listStoriesInReview,
  listWaitingQueues,
} from "@/lib/desk/queries"
import { protectEmail } from "@/lib/email"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { countQueues } from "@/lib/moderation/queue/counts"
import { countNewSubscribers } from "@/lib/newsletter/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const people = {} as Record<Role, Staff>

beforeAll(async () => {
  for (const role of ["writer", "editor", "moderator", "admin"] as const)
    people[role] = asStaff(await createStaff(database(), { roles: [role], name: role }))
})

async function credited(role: Role, name: string): Promise<Staff> {
  const { id: authorId } = await createAuthor(database(), { name })
  return asStaff(await createStaff(database(), { roles: [role], name, authorId }))
}

const titlesOf = (list: typeof listStoriesInReview) => async (staff: Staff) =>
  (await list(staff)).map(({ title }) => title)

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test("a moderator is told how much waits, and since when each oldest does", async () => {
  const db = database()
  expect(await listWaitingQueues(people.moderator)).toEqual([
    { queue: "waiting", count: 0, oldest: null },
    { queue: "reported", count: 0, oldest: null },
    { queue: "appeals", count: 0, oldest: null },
  ])
  const post = await createPost(db)
  const since = { waiting: hoursAgo(9), reported: hoursAgo(3), appeals: hoursAgo(5) }
  await createComment(db, { postId: post.id, status: "pending", createdAt: since.waiting })
  await createComment(db, { postId: post.id, status: "pending" })

  const [answered, reported] = [
    await createComment(db, { postId: post.id, createdAt: hoursAgo(90) }),
    await createComment(db, { postId: post.id, createdAt: hoursAgo(80) }),
  ]
  const report = { reason: "spam" as const, reporterHash: randomBytes(32) }
  await db.insert(commentReports).values([
    { ...report, commentId: answered.id, createdAt: hoursAgo(70) },
    // Answered long ago, and reported again since.
    { ...report, commentId: reported.id, createdAt: hoursAgo(70), reporterHash: randomBytes(32) },
    { ...report, commentId: reported.id, createdAt: since.reported },
  ])
  await db.insert(auditEvents).values({
    commentId: reported.id,
    staffId: people.admin.id,
    action: "approved",
    toStatus: "approved",
    createdAt: hoursAgo(60),
  })
  await approveComment(people.moderator, { id: answered.id, version: 1 })

  const refused = await createComment(db, { postId: post.id, status: "rejected" })
  const [event] = await db
    .insert(auditEvents)
    .values({ commentId: refused.id, staffId: people.admin.id, action: "rejected", toStatus: "rejected" })
    .returning()
  await db
    .insert(commentAppeals)
    .values({ commentId: refused.id, eventId: event?.id ?? 0, body: "Why?", createdAt: since.appeals })

  expect(await listWaitingQueues(people.moderator)).toEqual([
    { queue: "waiting", count: 2, oldest: since.waiting },
    { queue: "reported", count: 1, oldest: since.reported },
    { queue: "appeals", count: 1, oldest: since.appeals },
  ])
  expect(await countUndecidedComments(people.moderator)).toBe(4)
  // Hidden since it was reported, it waits and is reported, and is one comment to decide about.
  const hidden = await createComment(db, { postId: post.id, status: "pending" })
  await db.insert(commentReports).values({ ...report, commentId: hidden.id })
  expect(await countQueues(people.moderator)).toMatchObject({ waiting: 3, reported: 2, undecided: 5 })
  expect(await countUndecidedComments(people.moderator)).toBe(5)
  expect((await listLatestDecisions(people.moderator, 5)).map(({ by, action }) => [by, action])).toEqual([
    ["admin", "rejected"],
    ["moderator", "approved"],
    ["admin", "approved"],
  ])
})

test("an editor is shown everyone's stories that wait for review or are approved, and a writer their own alone", async () => {
  const [wim, eva] = [await credited("writer", "Wim"), await credited("editor", "Eva")]
  const other = await credited("writer", "Other")
  let minutes = 60
  const story = (of: Staff, title: string, fields: Partial<typeof posts.$inferInsert>) =>
    createPost(database(), {
      title,
      authorId: of.authorId ?? 0,
      createdBy: of.id,
      publishedAt: null,
      updatedAt: new Date(Date.now() - minutes-- * 60_000),
      ...fields,
    })
  const isPublic = { status: "published", publishedAt: new Date() } as const
  await story(wim, "Wim's, handed in", { status: "in_review" })
  await story(wim, "Wim's change", { ...isPublic, proposal: "in_review" })
  await story(other, "Other's, handed in", { status: "in_review" })
  const shared = await story(other, "Other's with Wim, handed in", { status: "in_review" })
  await addBylines(database(), shared.id, { authorId: wim.authorId ?? 0, part: "photographs" })
  await story(eva, "Eva's, handed in", { status: "in_review" })
  await story(wim, "Wim's, approved", { status: "approved" })
  await story(other, "Other's, approved", { status: "approved" })
  // None of these waits for anybody.
  for (const status of ["draft", "changes_asked", "scheduled", "withdrawn"] as const)
    await story(wim, `Wim's, ${status}`, {
      status,
      ...(status === "withdrawn" ? { publishedAt: new Date() } : {}),
    })
  await story(wim, "Wim's, out", isPublic)
  await story(wim, "Wim's change, sent back", { ...isPublic, proposal: "changes_asked" })
  for (const status of ["in_review", "approved"] as const) {
    await story(wim, `Wim's, ${status}, in the trash`, { status, trashedAt: new Date() })
    await story(wim, `Wim's, ${status}, put away`, { status, archivedAt: new Date() })
  }

  const inReview = titlesOf(listStoriesInReview)
  expect(await inReview(eva)).toEqual([
    "Eva's, handed in",
    "Other's with Wim, handed in",
    "Other's, handed in",
    "Wim's change",
    "Wim's, handed in",
  ])
  expect(await inReview(people.admin)).toEqual(await inReview(eva))
  expect(await inReview(wim)).toEqual(["Other's with Wim, handed in", "Wim's change", "Wim's, handed in"])
  expect(await inReview(people.writer)).toEqual([])
  expect(await inReview(people.moderator)).toEqual([])

  const approved = titlesOf(listApprovedStories)
  expect(await approved(eva)).toEqual(["Other's, approved", "Wim's, approved"])
  expect(await approved(wim)).toEqual(["Wim's, approved"])
  expect(await approved(other)).toEqual(["Other's, approved"])
  expect(await approved(people.moderator)).toEqual([])
})

test("an editor is told how many signed up and confirmed this week", async () => {
  const person = (fields: Partial<typeof subscribers.$inferInsert>) => ({
    ...protectEmail(`${randomBytes(6).toString("hex")}@example.org`),
    status: "confirmed" as const,
    confirmedAt: hoursAgo(1),
    ...fields,
  })
  await database()
    .insert(subscribers)
    .values([
      person({}),
      person({ confirmedAt: hoursAgo(7 * 24 - 1) }),
      person({ confirmedAt: hoursAgo(7 * 24 + 1) }),
      person({ status: "unconfirmed", confirmedAt: null }),
      person({ status: "unsubscribed" }),
    ])
  expect(await countNewSubscribers(people.editor)).toBe(2)
})

test("nobody is told of what is not theirs to answer", async () => {
  for (const role of ["writer", "editor"] as const) {
    expect(await listWaitingQueues(people[role])).toEqual([])
    expect(await countUndecidedComments(people[role])).toBe(0)
    expect(await listLatestDecisions(people[role], 5)).toEqual([])
  }
  for (const role of ["writer", "moderator"] as const) {
    expect(await countNewSubscribers(people[role])).toBeNull()
  }
})
