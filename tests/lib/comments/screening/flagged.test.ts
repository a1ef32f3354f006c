import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { rateLimits } from "@/db/schema/settings"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { editComment } from "@/lib/comments/self-service/edit"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { verifyComment } from "@/lib/comments/self-service/verify"
import { reportComment } from "@/lib/comments/writing/reports"
import { submitComment } from "@/lib/comments/writing/submission"
import { hashEmail } from "@/lib/email"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { countQueues } from "@/lib/moderation/queue/counts"
import { listQueue } from "@/lib/moderation/queue/queries"
import { countReport } from "@/lib/moderation/transparency/queries"
import type { CommentMode } from "@/lib/settings/comment-modes"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

let said = 0

beforeEach(async () => {
  for (const table of [rateLimits, bans, commentReports]) await database().delete(table)
})

async function say(email: string, commentMode: CommentMode = "open") {
  said++
  const { slug } = await createPost(database(), { commentMode })
  const answer = await submitComment({
    comment: `Thought ${said}.`,
    name: "Lena",
    email,
    website: "",
    story: slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: `192.0.2.${said}`,
  })
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

const moderator = async () => asStaff(await createStaff(database(), { roles: ["moderator"] }))

async function ban(email: string) {
  const { id } = await moderator()
  await database()
    .insert(bans)
    .values({ kind: "address", hash: hashEmail(email), staffId: id })
}

async function refuseTwice(email: string) {
  for (let n = 0; n < 2; n++) {
    const { id } = await say(email, "hold_all")
    await rejectComment(await moderator(), { id, version: 1, reason: "abusive" })
  }
}

async function reported() {
  const { items } = await listQueue(await moderator(), { status: "reported" })
  return items
}

const rowOf = async (id: number) => (await database().select().from(comments).where(eq(comments.id, id)))[0]

test.each([
  ["a ban", ban],
  ["refusals", refuseTwice],
])(
  "%s of an address shows nothing to a stranger who types it on an open story, and moderators are told",
  async (_, against) => {
    const email = `held-${said}@example.org`
    await against(email)
    const [held, free] = [await say(email), await say(`free-${said}@example.org`)]
    expect(held.showOwnPage).toBe(free.showOwnPage)
    const seen = async ({ id }: { id: number }) => {
      const own = await getOwnComment(id)
      const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
      return [own?.status, own?.reason, own?.byStaff, events.map(({ action, detail }) => [action, detail])]
    }
    expect(await seen(held)).toEqual(await seen(free))
    const cards = await reported()
    expect(cards.map(({ id }) => id)).toEqual([held.id])
    expect(cards[0]).toMatchObject({ reports: { count: 1, reasons: ["address"] } })
    expect((await countQueues(await moderator())).reported).toBe(1)
  },
)

test("a moderator who has looked has answered it; changed words are looked at again", async () => {
  const email = "looked-at@example.org"
  await ban(email)
  const { id } = await say(email)
  await editComment(id, "Changed before anybody looked.")
  expect((await reported()).map(({ reports }) => reports.count)).toEqual([1])
  await approveComment(await moderator(), { id, version: 2 })
  expect(await reported()).toEqual([])
  await editComment(id, "Something else entirely.")
  expect(await rowOf(id)).toMatchObject({ status: "approved" })
  expect((await reported()).map((item) => item.id)).toEqual([id])
})

test("where strangers wait, it waits with everybody's, and its card says what is held against the address", async () => {
  const email = "waits@example.org"
  await ban(email)
  const { id } = await say(email, "hold_unverified")
  expect(await reported()).toEqual([])
  const { items } = await listQueue(await moderator(), { status: "waiting" })
  const card = items.find((item) => item.id === id)
  expect(card).toMatchObject({ heldFor: "hold-unverified", findings: [{ reason: "banned" }] })
  // Its owner is banned all the same.
  await verifyComment(id)
  expect(await rowOf(id)).toMatchObject({ status: "pending", provedAt: expect.any(Date) })
})

test("what the checks flag is no reader's report: it hides nothing and is counted for nobody", async () => {
  await database().execute(sql`insert into settings (key, value)
    values ('commentsHideReported', 'true'), ('commentsReportsToHide', '2')`)
  const email = "flagged@example.org"
  await ban(email)
  const { id } = await say(email)
  await reportComment({ commentId: id, reason: "abusive", note: "", network: "198.51.100.1" })
  expect(await rowOf(id)).toMatchObject({ status: "approved" })
  const { short } = await countReport(database(), new Date(Date.now() + 60_000), "UTC")
  expect(short.reports).toBe(1)
  await reportComment({ commentId: id, reason: "abusive", note: "", network: "198.51.100.2" })
  expect(await rowOf(id)).toMatchObject({ status: "pending" })
  expect(await database().$count(commentReports, eq(commentReports.reason, "address"))).toBe(1)
  await database().execute(sql`delete from settings`)
})
