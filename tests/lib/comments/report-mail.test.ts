import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { mailDeliveries } from "@/db/schema/newsletter"
import { commentReports } from "@/db/schema/reports"
import { eraseEverything } from "@/lib/commenters/erasure"
import { stopMail } from "@/lib/commenters/mutations"
import { exportOwnComments } from "@/lib/commenters/own-export"
import { reportComment } from "@/lib/comments/writing/reports"
import { protectEmail } from "@/lib/email"
import { renderText } from "@/lib/mail/content"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { blackOutWords } from "@/lib/moderation/decisions/blackout"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "./as-staff.ts"

withFreshDatabase()

beforeEach(() => database().execute(sql`delete from mail_deliveries`))

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

async function reported(commenterId: number) {
  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, body: "You are a fool, Marek." })
  const network = `198.51.100.${++places}`
  const answer = await reportComment({
    commentId: id,
    reason: "abusive",
    note: "Rude.",
    network,
    commenterId,
  })
  return { id, post, answer }
}

const moderator = async () =>
  asStaff(await createStaff(database(), { roles: ["moderator"], name: "Mo Secret" }))
const queued = () => database().select().from(mailDeliveries).orderBy(mailDeliveries.id)

async function letters() {
  const rendered = await Promise.all((await queued()).map(renderDelivery))
  return rendered.map((letter) => letter && renderText(letter))
}

async function versionOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  return row?.version ?? 0
}

test("who asked is told that the comment was removed, without its words or the moderator's name", async () => {
  const { id: commenterId } = await reporter()
  const { id, answer } = await reported(commenterId)
  expect(answer).toEqual({ ok: true, value: "told" })
  await rejectComment(await moderator(), { id, version: 1, reason: "abusive" })
  const [text, ...more] = await letters()
  expect(more).toEqual([])
  expect(text).toContain("The comment was removed.")
  expect(text).not.toContain("fool")
  expect(text).not.toContain("Mo Secret")
})

test("a comment that is approved stays, and words that were blacked out are told of", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const one = await reported(commenterId)
  await approveComment(mo, { id: one.id, version: 1 })
  expect((await letters())[0]).toContain("The comment stays on the page.")
  await database().execute(sql`delete from mail_deliveries`)
  const two = await reported(commenterId)
  await blackOutWords(mo, { id: two.id, version: 1, words: "fool", reason: "abusive" })
  expect(await queued()).toEqual([])
  await approveComment(mo, { id: two.id, version: await versionOf(two.id) })
  expect((await letters())[0]).toContain("some of its words blacked out")
})

test("many decided at once are told of each", async () => {
  const { id: commenterId } = await reporter()
  const [a, b] = [await reported(commenterId), await reported(commenterId)]
  const seen = [a, b].map(({ id }) => ({ id, version: 1 }))
  await decideBulk(await moderator(), { verdict: "spam", seen, about: "two" })
  expect((await letters()).filter((text) => text?.includes("was removed"))).toHaveLength(2)
})

test("a decision taken back before its message leaves is not told of, the next one is", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const { id } = await reported(commenterId)
  const first = await rejectComment(mo, { id, version: 1, reason: "abusive" })
  if (!first.ok || !first.eventId) throw new Error("Not decided.")
  await undoDecision(mo, first.eventId)
  expect(await letters()).toEqual([null])
  await approveComment(mo, { id, version: 1 })
  expect((await letters()).map((text) => text?.includes("stays on the page"))).toEqual([undefined, true])
})

test("a report is answered once, whatever is decided later", async () => {
  const { id: commenterId } = await reporter()
  const mo = await moderator()
  const { id } = await reported(commenterId)
  const first = await approveComment(mo, { id, version: 1 })
  await database().update(mailDeliveries).set({ state: "sent", sentAt: new Date() })
  const standing = first.ok ? first.eventId : null
  await rejectComment(mo, { id, version: 1, standing, reason: "abusive" })
  expect(await queued()).toHaveLength(1)
})

test("who proved nothing, or stopped mail, is not mailed, and nothing is kept with the report", async () => {
  const unproved = await reporter({ proved: false })
  expect((await reported(unproved.id)).answer).toEqual({ ok: true, value: null })
  const stopped = await reporter()
  const before = await reported(stopped.id)
  await stopMail(stopped.id)
  await rejectComment(await moderator(), { id: before.id, version: 1, reason: "abusive" })
  expect(await queued()).toEqual([])
  expect((await reported(stopped.id)).answer).toEqual({ ok: true, value: null })
})

test("who takes everything along finds their reports, and who erases everything leaves no trace on them", async () => {
  const commenter = await reporter()
  const { id } = await reported(commenter.id)
  const kept = await exportOwnComments(commenter)
  expect(kept?.reports).toMatchObject([{ commentId: id, reason: "abusive", note: "Rude." }])
  await rejectComment(await moderator(), { id, version: 1, reason: "abusive" })
  await eraseEverything(commenter)
  const rows = await database().select().from(commentReports).where(eq(commentReports.commentId, id))
  expect(rows.map(({ commenterId }) => commenterId)).toEqual([null])
  expect(await queued()).toEqual([])
})

test("nobody is mailed about more than ten reports in a day", async () => {
  const { id: commenterId } = await reporter()
  const ids: number[] = []
  for (let times = 0; times < 11; times++) ids.push((await reported(commenterId)).id)
  const seen = ids.map((id) => ({ id, version: 1 }))
  await decideBulk(await moderator(), { verdict: "spam", seen, about: "many" })
  expect(await queued()).toHaveLength(10)
})
