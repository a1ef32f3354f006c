import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { mailDeliveries } from "@/db/schema/newsletter"
import { commentReports } from "@/db/schema/reports"
import { eraseEverything } from "@/lib/commenters/erasure"
import { stopMail } from "@/lib/commenters/mutations"
import { exportOwnComments } from "@/lib/commenters/own-export"
import { queueReportMail } from "@/lib/comments/report-mail"
import { reportComment } from "@/lib/comments/writing/reports"
import { protectEmail } from "@/lib/email"
import { renderText } from "@/lib/mail/content"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { blackOutWords } from "@/lib/moderation/decisions/blackout"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { backdate } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "./as-staff.ts"

withFreshDatabase()

beforeEach(() => database().execute(sql`with a as (delete from mail_deliveries) delete from comment_reports`))

let places = 0

async function reporter({ proved = true } = {}) {
  const by = protectEmail(`${randomUUID()}@example.org`)
  const [row] = await database()
    .insert(commenters)
    .values({ ...by, provedAt: proved ? new Date() : null })
    .returning()
  if (!row) throw new Error("No commenter.")
  return row
}

/** A comment that somebody has reported some hours ago. */
async function reported(commenterId?: number) {
  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, body: "You are a fool, Marek." })
  const network = `198.51.100.${++places}`
  const report = (by = commenterId) =>
    reportComment({ commentId: id, reason: "abusive", note: "Rude.", network, commenterId: by })
  const answer = await report()
  const earlier = { createdAt: sql`now() - interval '5 hours'` }
  await database().update(commentReports).set(earlier).where(eq(commentReports.commentId, id))
  return { id, post, report, answer }
}

const moderator = async () =>
  asStaff(await createStaff(database(), { roles: ["moderator"], name: "Mo Secret" }))
const queued = () => database().select().from(mailDeliveries).orderBy(mailDeliveries.id)
const willMail = (yes: boolean) => ({ ok: true, value: { willMail: yes } })

/** Lets the hour pass in which what was done about these comments can be taken back. */
async function letAnHourPass(...ids: number[]) {
  for (const id of ids) {
    const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
    for (const event of events) {
      const minutes = (Date.now() - event.createdAt.getTime()) / 60_000
      await backdate(event.id, Math.round(minutes) + 61)
    }
  }
}

async function anHourLater(...ids: number[]) {
  await letAnHourPass(...ids)
  await queueReportMail()
}

async function letters() {
  const rendered = await Promise.all((await queued()).map(renderDelivery))
  return rendered.map((letter) => letter && renderText(letter))
}

async function versionOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  return row?.version ?? 0
}

function eventId(outcome: DecisionOutcome): number {
  if (!outcome.ok || outcome.eventId === null) throw new Error("Not decided.")
  return outcome.eventId
}

test("who asked is told that the comment was removed, without its words or the moderator's name", async () => {
  const { id: commenterId } = await reporter()
  const { id, answer } = await reported(commenterId)
  expect(answer).toEqual(willMail(true))
  await rejectComment(await moderator(), { id, version: 1, reason: "abusive" })
  await anHourLater(id)
  const [text, ...more] = await letters()
  expect(more).toEqual([])
  expect(text).toContain("The comment was removed.")
  expect(text).not.toContain("fool")
  expect(text).not.toContain("Mo Secret")
})

test("nothing is mailed of a slip that is corrected within the hour: only what holds after it", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const { id } = await reported(commenterId)
  const slip = eventId(await rejectComment(mo, { id, version: 1, reason: "abusive" }))
  await queueReportMail()
  await backdate(slip, 59)
  await queueReportMail()
  expect(await queued()).toEqual([])
  await undoDecision(mo, slip)
  await anHourLater(id)
  expect(await queued()).toEqual([])
  await approveComment(mo, { id, version: 1 })
  await queueReportMail()
  expect(await queued()).toEqual([])
  await anHourLater(id)
  expect(await letters()).toEqual([expect.stringContaining("stays on the page")])
})

test("a comment that is approved stays, and blacked-out words are told of once they cannot be brought back", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const one = await reported(commenterId)
  await approveComment(mo, { id: one.id, version: 1 })
  await anHourLater(one.id)
  expect((await letters())[0]).toContain("The comment stays on the page.")
  await database().execute(sql`with a as (delete from mail_deliveries) delete from comment_reports`)
  const two = await reported(commenterId)
  const standing = eventId(await approveComment(mo, { id: two.id, version: 1 }))
  await backdate(standing, 61)
  const words = { words: "fool", reason: "words-insult" }
  await blackOutWords(mo, { id: two.id, version: await versionOf(two.id), standing, ...words })
  await queueReportMail()
  expect(await queued()).toEqual([])
  await anHourLater(two.id)
  expect((await letters())[0]).toContain("some of its words blacked out")
})

test("many decided at once are told of each", async () => {
  const { id: commenterId } = await reporter()
  const ids = [(await reported(commenterId)).id, (await reported(commenterId)).id]
  const seen = ids.map((id) => ({ id, version: 1 }))
  await decideBulk(await moderator(), { verdict: "spam", seen, about: "two" })
  await anHourLater(...ids)
  expect((await letters()).filter((text) => text?.includes("was removed"))).toHaveLength(2)
})

test("two moderators who decide at the same moment, and two instances that look, make one message", async () => {
  const { id: commenterId } = await reporter()
  const [mo, ben] = [await moderator(), await moderator()]
  const { id } = await reported(commenterId)
  await Promise.all([
    approveComment(mo, { id, version: 1 }),
    rejectComment(ben, { id, version: 1, reason: "abusive" }),
  ])
  await letAnHourPass(id)
  await Promise.all([queueReportMail(), queueReportMail(), queueReportMail()])
  expect(await letters()).toEqual([expect.any(String)])
})

test("a report is answered once, whatever is decided later", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const { id } = await reported(commenterId)
  const standing = eventId(await approveComment(mo, { id, version: 1 }))
  await anHourLater(id)
  await database().update(mailDeliveries).set({ state: "sent", sentAt: new Date() })
  await rejectComment(mo, { id, version: 1, standing, reason: "abusive" })
  await anHourLater(id)
  expect(await queued()).toHaveLength(1)
})

test("another decision while a message waits for the mail server is what is mailed, an hour after it", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const { id } = await reported(commenterId)
  const standing = eventId(await approveComment(mo, { id, version: 1 }))
  await anHourLater(id)
  await rejectComment(mo, { id, version: 1, standing, reason: "abusive" })
  await anHourLater(id)
  expect(await letters()).toEqual([null])
  await database().update(mailDeliveries).set({ state: "failed" })
  await queueReportMail()
  expect(await letters()).toEqual([null, expect.stringContaining("was removed")])
})

test("who proved nothing, or stopped mail, is not mailed, and nothing is kept with the report", async () => {
  const unproved = await reporter({ proved: false })
  expect((await reported(unproved.id)).answer).toEqual(willMail(false))
  const stopped = await reporter()
  const before = await reported(stopped.id)
  await stopMail(stopped.id)
  await rejectComment(await moderator(), { id: before.id, version: 1, reason: "abusive" })
  await anHourLater(before.id)
  expect(await queued()).toEqual([])
  expect((await reported(stopped.id)).answer).toEqual(willMail(false))
})

test("who sends a report twice is told the same both times, and once it was answered that no message will come", async () => {
  const [{ id: mira }, { id: olga }] = [await reporter(), await reporter()]
  const { id, report } = await reported(mira)
  expect(await report()).toEqual(willMail(true))
  // Of the same network, and not the one who is mailed.
  expect(await report(olga)).toEqual(willMail(false))
  await approveComment(await moderator(), { id, version: 1 })
  await anHourLater(id)
  expect(await queued()).toMatchObject([{ commenterId: mira }])
  await database().update(mailDeliveries).set({ state: "sent", sentAt: new Date() })
  expect(await report()).toEqual(willMail(false))
})

test("who asks for mail only when they report again is mailed too", async () => {
  const { id: commenterId } = await reporter()
  const { id, report, answer } = await reported()
  expect(answer).toEqual(willMail(false))
  expect(await report(commenterId)).toEqual(willMail(true))
  await approveComment(await moderator(), { id, version: 1 })
  await anHourLater(id)
  expect(await queued()).toMatchObject([{ commenterId }])
})

test("who takes everything along finds their reports, and who erases everything leaves no trace on them", async () => {
  const commenter = await reporter()
  const { id } = await reported(commenter.id)
  const kept = await exportOwnComments(commenter)
  expect(kept?.reports).toMatchObject([{ commentId: id, reason: "abusive", note: "Rude." }])
  await rejectComment(await moderator(), { id, version: 1, reason: "abusive" })
  await anHourLater(id)
  await eraseEverything(commenter)
  const rows = await database().select().from(commentReports).where(eq(commentReports.commentId, id))
  expect(rows.map(({ commenterId, note }) => ({ commenterId, note }))).toEqual([
    { commenterId: null, note: "" },
  ])
  expect(await queued()).toEqual([])
})

test("nobody is mailed about more than ten reports in a day: the tenth message says so, and the others follow", async () => {
  const { id: commenterId } = await reporter()
  const ids: number[] = []
  for (let times = 0; times < 12; times++) ids.push((await reported(commenterId)).id)
  const seen = ids.map((id) => ({ id, version: 1 }))
  await decideBulk(await moderator(), { verdict: "spam", seen, about: "many" })
  await anHourLater(...ids)
  await queueReportMail()
  const sayLast = (await letters()).map((text) => text?.includes("at most 10 of these messages in a day"))
  expect(sayLast).toEqual([...Array(9).fill(false), true])
  await database().update(mailDeliveries).set({ createdAt: sql`now() - interval '25 hours'` })
  await queueReportMail()
  expect(await queued()).toHaveLength(12)
})
