import { eq, ne, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { sessions, staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { findOpenAppeals } from "@/lib/comments/open-appeals"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { parseAppeal } from "@/lib/comments/self-service/appeal-input"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { decideAppeal, undoDenial } from "@/lib/moderation/appeals/mutations"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { countModerators } from "@/lib/moderation/transparency/queries"
import { resetStaff } from "@/lib/staff/invitations"
import { backdate } from "../../../support/backdate.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
beforeEach(async () => {
  ana = asStaff(await createStaff(database(), { roles: ["moderator"], name: "Ana" }))
  ben = asStaff(await createStaff(database(), { roles: ["moderator"], name: "Ben" }))
})

function eventOf(outcome: DecisionOutcome): number {
  if (!outcome.ok || outcome.eventId === null) throw new Error(outcome.ok ? "no event" : outcome.reason)
  return outcome.eventId
}

/** A comment that Ana has refused. */
async function refused(verdict: "rejected" | "spam" = "rejected") {
  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, status: "pending" })
  const seen = { id, version: 1, standing: null }
  const outcome =
    verdict === "spam"
      ? await markCommentSpam(ana, seen)
      : await rejectComment(ana, { ...seen, reason: "abusive" })
  return { id, standing: eventOf(outcome) }
}

async function appealed() {
  const comment = await refused()
  expect(await submitAppeal(comment.id, "I was quoting the story.")).toEqual({ ok: true, value: null })
  const [open] = await findOpenAppeals(database(), [comment.id])
  return { ...comment, seen: { ...comment, version: 1 }, appealId: open?.id ?? 0 }
}

const outcomeFor = async (id: number) => (await getOwnComment(id))?.appeal?.outcome

describe("an author appeals", () => {
  test("once, and the words, the decision they are against and the event are kept", async () => {
    for (const verdict of ["rejected", "spam"] as const) {
      const { id, standing } = await refused(verdict)
      expect(await submitAppeal(id, "Please look again.")).toEqual({ ok: true, value: null })
      expect(await submitAppeal(id, "And again.")).toEqual({ ok: false, reason: "appealed-already" })
      const rows = await database().select().from(commentAppeals).where(eq(commentAppeals.commentId, id))
      expect(rows).toMatchObject([{ body: "Please look again.", eventId: standing, decidedBy: null }])
      const events = await database()
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.commentId, id))
        .orderBy(auditEvents.id)
      expect(events.at(-1)).toMatchObject({ action: "appealed", staffId: null, toStatus: verdict })
      expect(await getOwnComment(id)).toMatchObject({ byStaff: true, appeal: { outcome: null } })
    }
  })

  test("ten times at once is once", async () => {
    const { id } = await refused()
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitAppeal(id, "Look.")))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test("only against a moderator's refusal that stands", async () => {
    const post = await createPost(database())
    for (const status of ["pending", "approved", "deleted", "spam"] as const) {
      const { id } = await createComment(database(), { postId: post.id, status })
      expect(await submitAppeal(id, "Why?")).toEqual({ ok: false, reason: "nothing-to-appeal" })
    }
    expect(await submitAppeal(999_999_999, "Why?")).toEqual({ ok: false, reason: "nothing-to-appeal" })
  })

  test("in two thousand letters at most, and not in none", () => {
    const form = (appeal: string) => {
      const data = new FormData()
      data.set("appeal", appeal)
      return parseAppeal(data)
    }
    expect(form("🙂".repeat(2000)).ok).toBe(true)
    expect(form("🙂".repeat(2001)).ok).toBe(false)
    expect(form(" \u200b ").ok).toBe(false)
  })
})

describe("somebody else decides", () => {
  test("never who made the decision, by whichever button, and nothing is changed", async () => {
    const { id, seen, standing, appealId } = await appealed()
    for (const outcome of [
      await decideAppeal(ana, { appealId, grant: true }),
      await decideAppeal(ana, { appealId, grant: false }),
      await approveComment(ana, seen),
      await rejectComment(ana, { ...seen, reason: "abusive" }),
      await markCommentSpam(ana, seen),
      await undoDecision(ana, standing),
    ]) {
      expect(outcome).toMatchObject({ ok: false, reason: "own-decision" })
    }
    expect(await getOwnComment(id)).toMatchObject({ status: "rejected", appeal: { outcome: null } })
  })

  test("granted, the comment is on the page, and taking that back opens the appeal again", async () => {
    const { id, appealId } = await appealed()
    const granted = await decideAppeal(ben, { appealId, grant: true })
    expect(granted).toMatchObject({ ok: true, status: "approved" })
    expect(await outcomeFor(id)).toBe("granted")
    // Who was overruled cannot take it back.
    expect(await undoDecision(ana, eventOf(granted))).toMatchObject({ ok: false, reason: "own-decision" })
    expect(await undoDecision(ben, eventOf(granted))).toMatchObject({ ok: true, status: "rejected" })
    expect(await outcomeFor(id)).toBeNull()
    expect(await findOpenAppeals(database(), [id])).toHaveLength(1)
    expect(await decideAppeal(ben, { appealId, grant: false })).toMatchObject({ ok: true })
  })

  test("denied, it stays refused for the reason it had, and the author is told of both", async () => {
    const { id, appealId } = await appealed()
    expect(await decideAppeal(ben, { appealId, grant: false })).toMatchObject({
      ok: true,
      status: "rejected",
    })
    expect(await getOwnComment(id)).toMatchObject({
      status: "rejected",
      reason: "abusive",
      byStaff: true,
      appeal: { outcome: "denied" },
    })
    expect(await submitAppeal(id, "Once more.")).toEqual({ ok: false, reason: "appealed-already" })
    expect(await decideAppeal(ben, { appealId, grant: true })).toMatchObject({
      ok: false,
      reason: "appeal-decided",
    })
  })

  test("denied, it can be taken back for an hour: the very rows are as before, and the appeal waits again", async () => {
    const { id, standing, appealId } = await appealed()
    const [before] = await database().select().from(comments).where(eq(comments.id, id))
    const waited = await findOpenAppeals(database(), [id])
    const denial = eventOf(await decideAppeal(ben, { appealId, grant: false }))
    expect((await getQueueItem(ana, id))?.denial).toMatchObject({ id: denial, by: "Ben", undoable: true })

    expect(await undoDenial(ana, denial)).toMatchObject({ ok: false, reason: "own-decision" })
    expect(await undoDenial(ben, denial)).toMatchObject({ ok: true, status: "rejected" })
    const [after] = await database().select().from(comments).where(eq(comments.id, id))
    expect(after).toEqual(before)
    expect(await findOpenAppeals(database(), [id])).toEqual(waited)
    expect(await getOwnComment(id)).toMatchObject({
      reason: "abusive",
      byStaff: true,
      appeal: { outcome: null },
    })
    expect(await getQueueItem(ben, id)).toMatchObject({ denial: null, standing: { id: standing } })

    const events = await database().$count(auditEvents, eq(auditEvents.commentId, id))
    expect(await undoDenial(ben, denial)).toMatchObject({ ok: true, status: "rejected" })
    expect(await database().$count(auditEvents, eq(auditEvents.commentId, id))).toBe(events)
    expect(await decideAppeal(ben, { appealId, grant: true })).toMatchObject({ ok: true, status: "approved" })
  })

  test("a denial stays when the hour is over, when the comment was decided anew, and when it is none", async () => {
    const [late, anew] = [await appealed(), await appealed()]
    const denial = eventOf(await decideAppeal(ben, { appealId: late.appealId, grant: false }))
    await backdate(denial, 61)
    expect(await undoDenial(ben, denial)).toMatchObject({ ok: false, reason: "too-late" })
    const other = eventOf(await decideAppeal(ben, { appealId: anew.appealId, grant: false }))
    expect(await approveComment(ben, anew.seen)).toMatchObject({ ok: true })
    expect(await undoDenial(ben, other)).toMatchObject({ ok: false, reason: "decided" })
    expect(await undoDenial(ben, late.standing)).toEqual({ ok: false, reason: "gone" })
    const writer = asStaff(await createStaff(database(), { roles: ["writer"] }))
    expect(await undoDenial(writer, denial)).toEqual({ ok: false, reason: "not-allowed" })
  })

  test("an ordinary decision by somebody else is the answer, also when it is the same verdict", async () => {
    const [let1, kept, spam] = [await appealed(), await appealed(), await appealed()]
    expect(await approveComment(ben, let1.seen)).toMatchObject({ ok: true, status: "approved" })
    expect(await rejectComment(ben, { ...kept.seen, reason: "off-topic" })).toMatchObject({ ok: true })
    expect(await markCommentSpam(ben, spam.seen)).toMatchObject({ ok: true, status: "spam" })
    expect(await outcomeFor(let1.id)).toBe("granted")
    expect(await outcomeFor(kept.id)).toBe("denied")
    expect((await getOwnComment(kept.id))?.reason).toBe("off-topic")
    expect(await outcomeFor(spam.id)).toBe("denied")
  })

  test("somebody else who takes the refusal back has answered too", async () => {
    const { id, standing } = await appealed()
    expect(await undoDecision(ben, standing)).toMatchObject({ ok: true, status: "pending" })
    expect(await outcomeFor(id)).toBe("granted")
  })

  test("two who decide at once are one decision", async () => {
    const { id, appealId } = await appealed()
    const third = asStaff(await createStaff(database(), { roles: ["moderator"] }))
    const outcomes = await Promise.all([
      decideAppeal(ben, { appealId, grant: true }),
      decideAppeal(third, { appealId, grant: false }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const [row] = await database().select().from(comments).where(eq(comments.id, id))
    expect(row?.status).toBe((await outcomeFor(id)) === "granted" ? "approved" : "rejected")
  })

  test("nobody whose roles do not include it", async () => {
    const { appealId } = await appealed()
    const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
    expect(await decideAppeal(writer, { appealId, grant: true })).toEqual({
      ok: false,
      reason: "not-allowed",
    })
    expect(await decideAppeal(ben, { appealId: 999_999, grant: true })).toEqual({ ok: false, reason: "gone" })
  })
})

test("decisions about many leave a comment alone whose author has appealed, also when they are taken back", async () => {
  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, status: "pending" })
  const bulk = await decideBulk(ana, {
    verdict: "rejected",
    reason: "abusive",
    seen: [{ id, version: 1 }],
    about: "",
  })
  const batchId = (bulk.ok && bulk.batchId) || 0
  await submitAppeal(id, "Look at mine.")
  const [row] = await findOpenAppeals(database(), [id])
  expect(row?.againstStaffId).toBe(ana.id)
  expect(await undoBatch(ana, batchId)).toMatchObject({ ok: true, restored: 0, left: { appealed: 1 } })
  expect(await decideAppeal(ben, { appealId: row?.id ?? 0, grant: true })).toMatchObject({ ok: true })
})

test("an author who deletes the comment takes the words of the appeal along, and nobody has to decide", async () => {
  const { id, appealId } = await appealed()
  await deleteComment(id)
  const [row] = await database().select().from(commentAppeals).where(eq(commentAppeals.commentId, id))
  expect(row).toMatchObject({ body: "Deleted", decidedBy: expect.any(Number) })
  expect(await decideAppeal(ben, { appealId, grant: true })).toEqual({ ok: false, reason: "deleted" })
  expect(await findOpenAppeals(database(), [id])).toEqual([])
})

describe("where there is only one moderator", () => {
  beforeEach(async () => {
    await database().update(staffTable).set({ disabledAt: new Date() }).where(ne(staffTable.id, ana.id))
  })
  afterEach(async () => {
    await database().update(staffTable).set({ disabledAt: null })
  })

  const aDayLater = (appealId: number) =>
    database()
      .update(commentAppeals)
      .set({ createdAt: sql`now() - interval '25 hours'` })
      .where(eq(commentAppeals.id, appealId))

  test("they look again after a day and not before, and both are told so", async () => {
    const { id, seen, appealId } = await appealed()
    expect((await getOwnComment(id))?.decidesAlone).toBe(true)
    expect((await getQueueItem(ana, id))?.appeal).toMatchObject({ own: true, secondLook: true })
    expect(await decideAppeal(ana, { appealId, grant: true })).toMatchObject({ reason: "own-decision" })
    expect(await approveComment(ana, seen)).toMatchObject({ reason: "own-decision" })

    await aDayLater(appealId)
    expect((await getQueueItem(ana, id))?.appeal).toMatchObject({ own: false, secondLook: true })
    const granted = await decideAppeal(ana, { appealId, grant: true })
    expect(granted).toMatchObject({ ok: true, status: "approved" })
    expect((await getOwnComment(id))?.appeal).toMatchObject({ outcome: "granted", bySame: true })
    expect(await undoDecision(ana, eventOf(granted))).toMatchObject({ ok: true, status: "rejected" })

    const denied = await decideAppeal(ana, { appealId, grant: false })
    expect((await getOwnComment(id))?.appeal).toMatchObject({ outcome: "denied", bySame: true })
    expect(await undoDenial(ana, eventOf(denied))).toMatchObject({ ok: true })
  })

  test("a colleague who has come decides instead, an invitation that nobody has used does not", async () => {
    const { id, appealId } = await appealed()
    await aDayLater(appealId)
    await createStaff(database(), { roles: ["moderator"], passwordHash: null })
    expect((await getOwnComment(id))?.decidesAlone).toBe(true)
    expect(await countModerators()).toBe(1)
    const dora = await createStaff(database(), { roles: ["moderator"] })
    await database().insert(sessions).values({ staffId: dora.id, expiresAt: new Date() })
    expect(await countModerators()).toBe(2)
    // Whose password was reset cannot sign in, though the rows of their sessions are kept for a month.
    await resetStaff(dora.email)
    expect(await countModerators()).toBe(1)
    await database().update(staffTable).set({ passwordHash: "none" }).where(eq(staffTable.id, dora.id))
    expect(await countModerators()).toBe(2)
    await database().update(staffTable).set({ disabledAt: new Date() }).where(eq(staffTable.id, dora.id))
    expect(await countModerators()).toBe(1)
    const cleo = asStaff(await createStaff(database(), { roles: ["admin"] }))
    expect(await countModerators()).toBe(2)
    expect((await getOwnComment(id))?.decidesAlone).toBe(false)
    expect(await decideAppeal(ana, { appealId, grant: true })).toMatchObject({ reason: "own-decision" })
    expect(await decideAppeal(cleo, { appealId, grant: true })).toMatchObject({ ok: true })
    expect((await getOwnComment(id))?.appeal).toMatchObject({ outcome: "granted", bySame: false })
  })
})
