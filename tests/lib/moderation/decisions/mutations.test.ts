import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { decisionLines } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { backdate } from "../../../support/backdate.ts"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asOwner } from "../../../support/owner.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
let changed: string[]
let stopListening: () => void

beforeEach(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  changed = []
  stopListening = onTagChanged((tag) => changed.push(tag))
})

afterEach(() => stopListening())

async function waitingComment() {
  const post = await createPost(database())
  return { post, ...(await createComment(database(), { postId: post.id, status: "pending" })) }
}

async function statusOf(id: number) {
  const [row] = await database().select({ status: comments.status }).from(comments).where(eq(comments.id, id))
  return row?.status
}

function eventsOf(id: number) {
  return database().select().from(auditEvents).where(eq(auditEvents.commentId, id)).orderBy(auditEvents.id)
}

function eventId(outcome: DecisionOutcome): number {
  if (!outcome.ok || outcome.eventId === null) throw new Error(`No event: ${JSON.stringify(outcome)}`)
  return outcome.eventId
}

test("an approval is a status and a row that says who, what, when and on which version", async () => {
  const comment = await waitingComment()
  const outcome = await approveComment(ana, { id: comment.id, version: 1 })
  expect(outcome).toMatchObject({ ok: true, status: "approved" })
  expect(await statusOf(comment.id)).toBe("approved")
  expect(await eventsOf(comment.id)).toMatchObject([
    { staffId: ana.id, action: "approved", fromStatus: "pending", toStatus: "approved", version: 1 },
  ])
  expect(changed).toEqual(commentTags(comment.post.slug, comment.id))
})

test("a line to the author is read by them and the desk, stands in no log, and goes with the comment", async () => {
  const { id } = await waitingComment()
  const line = "The bridge opened in 1931."
  await rejectComment(ana, { id, version: 1, reason: "untrue", line })
  expect(await getOwnComment(id)).toMatchObject({ reason: "untrue", line })
  expect((await getQueueItem(ben, id))?.standing).toMatchObject({ reason: "untrue", line })
  expect(JSON.stringify(await eventsOf(id))).not.toContain("1931")

  await approveComment(ben, { id, version: 1, standing: (await getQueueItem(ben, id))?.standing?.id })
  expect((await getOwnComment(id))?.line).toBeNull()

  await deleteComment(id)
  expect(await database().$count(decisionLines, eq(decisionLines.commentId, id))).toBe(0)
})

test("nothing is rejected without a reason, or for one of a blackout or of the rules", async () => {
  const { id } = await waitingComment()
  for (const reason of ["", "because", "words-insult", "links"]) {
    const outcome = await rejectComment(ana, { id, version: 1, reason })
    expect(outcome).toEqual({ ok: false, reason: "no-reason" })
  }
  expect(await statusOf(id)).toBe("pending")
})

test("a rejection keeps its reason", async () => {
  const comment = await waitingComment()
  await rejectComment(ana, { id: comment.id, version: 1, reason: "abusive" })
  expect(await eventsOf(comment.id)).toMatchObject([{ action: "rejected", reason: "abusive" }])
})

test("spam that nobody saw leaves the story's page as it was", async () => {
  const comment = await waitingComment()
  await markCommentSpam(ana, { id: comment.id, version: 1 })
  expect(await statusOf(comment.id)).toBe("spam")
  expect(changed).toEqual([])
})

test("a comment that holds up shown replies changes the page whatever becomes of it", async () => {
  const post = await createPost(database())
  const parent = await createComment(database(), { postId: post.id, status: "pending" })
  await createComment(database(), { postId: post.id, parent })
  await rejectComment(ana, { id: parent.id, version: 1, reason: "abusive" })
  expect(changed).toEqual([`thread:${post.slug}`, `conversation:${parent.id}`])
})

test("a decision that fails in the middle leaves neither status nor event", async () => {
  const comment = await waitingComment()
  await asOwner(async (tx) => {
    await tx.execute(sql`
      create function refuse_status() returns trigger language plpgsql as $$ begin raise 'power cut'; end $$`)
    await tx.execute(sql`
      create trigger power_cut before update on comments for each row execute function refuse_status()`)
  })
  try {
    await expect(approveComment(ana, { id: comment.id, version: 1 })).rejects.toThrow()
  } finally {
    await asOwner((tx) => tx.execute(sql`drop trigger power_cut on comments`))
  }
  expect(await statusOf(comment.id)).toBe("pending")
  expect(await eventsOf(comment.id)).toEqual([])
  expect(changed).toEqual([])
})

test("fifty approvals at the same moment are one", async () => {
  const comment = await waitingComment()
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) => approveComment(i % 2 ? ana : ben, { id: comment.id, version: 1 })),
  )
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
  expect(await eventsOf(comment.id)).toHaveLength(1)
  expect(changed).toEqual(commentTags(comment.post.slug, comment.id))
})

test("of two moderators who disagree at the same moment one decides, and the other is told who", async () => {
  for (let round = 0; round < 10; round++) {
    const comment = await waitingComment()
    const [approval, rejection] = await Promise.all([
      approveComment(ana, { id: comment.id, version: 1 }),
      rejectComment(ben, { id: comment.id, version: 1, reason: "abusive" }),
    ])
    expect([approval.ok, rejection.ok].filter(Boolean)).toHaveLength(1)
    expect(approval.ok ? rejection : approval).toMatchObject({
      ok: false,
      reason: "decided",
      earlier: approval.ok ? { name: "Ana", did: "approved" } : { name: "Ben", did: "rejected" },
    })
    expect(await eventsOf(comment.id)).toHaveLength(1)
    expect(await statusOf(comment.id)).toBe(approval.ok ? "approved" : "rejected")
  }
})

test("a moderator who saw the decision may overrule it", async () => {
  const comment = await waitingComment()
  const approval = await approveComment(ana, { id: comment.id, version: 1 })
  const overruled = await rejectComment(ben, {
    id: comment.id,
    version: 1,
    standing: eventId(approval),
    reason: "abusive",
  })
  expect(overruled).toMatchObject({ ok: true, status: "rejected" })
})

test("undo puts the exact status back and names what it takes back", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  const rejection = eventId(
    await rejectComment(ben, { id: comment.id, version: 1, standing: approval, reason: "other" }),
  )
  expect(await undoDecision(ana, rejection)).toMatchObject({ ok: true, status: "approved" })
  expect(await undoDecision(ana, approval)).toMatchObject({ ok: true, status: "pending" })
  expect(await statusOf(comment.id)).toBe("pending")
  expect((await eventsOf(comment.id)).map((event) => [event.action, event.undoes])).toEqual([
    ["approved", null],
    ["rejected", null],
    ["undone", rejection],
    ["undone", approval],
  ])
  expect(await approveComment(ben, { id: comment.id, version: 1 })).toMatchObject({ ok: true })
})

test("undo counts once, however often it is asked for", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => undoDecision(ben, approval)))
  expect(outcomes.every((outcome) => outcome.ok && outcome.status === "pending")).toBe(true)
  expect(await eventsOf(comment.id)).toHaveLength(2)
  expect(await undoDecision(ana, approval)).toMatchObject({
    ok: true,
    earlier: { name: "Ben", did: "undone" },
  })
})

test("a decision that another has overruled cannot be taken back", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  await rejectComment(ben, { id: comment.id, version: 1, standing: approval, reason: "abusive" })
  expect(await undoDecision(ana, approval)).toMatchObject({
    ok: false,
    reason: "decided",
    earlier: { name: "Ben", did: "rejected" },
  })
  expect(await statusOf(comment.id)).toBe("rejected")
})

test("a decision is final after an hour", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  await backdate(approval, 61)
  expect(await undoDecision(ana, approval)).toEqual({ ok: false, reason: "too-late" })
})

test("text that changed meanwhile is not decided unread", async () => {
  const comment = await waitingComment()
  await edit(comment.id, { version: 2 })
  expect(await approveComment(ana, { id: comment.id, version: 1 })).toEqual({ ok: false, reason: "edited" })
  expect(await statusOf(comment.id)).toBe("pending")
  expect(await approveComment(ana, { id: comment.id, version: 2 })).toMatchObject({ ok: true })
})

test("undo does not put changed text before readers", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  const rejection = eventId(
    await rejectComment(ana, { id: comment.id, version: 1, standing: approval, reason: "abusive" }),
  )
  await edit(comment.id, { version: 2 })
  expect(await undoDecision(ana, rejection)).toEqual({ ok: false, reason: "edited" })
})

test("a decision on text that its author has changed since stands no longer", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  await edit(comment.id, { version: 2, status: "pending" })
  expect(await undoDecision(ana, approval)).toEqual({ ok: false, reason: "decided" })
  expect(await approveComment(ben, { id: comment.id, version: 2 })).toMatchObject({ ok: true })
})

test("what its author deleted is not decided any more", async () => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  await edit(comment.id, { status: "deleted" })
  const refused = { ok: false, reason: "deleted" }
  expect(
    await rejectComment(ben, { id: comment.id, version: 1, standing: approval, reason: "abusive" }),
  ).toEqual(refused)
  expect(await undoDecision(ana, approval)).toEqual(refused)
  expect(await statusOf(comment.id)).toBe("deleted")
})

test("a comment that never was is not decided", async () => {
  expect(await approveComment(ana, { id: 9_999_999, version: 1 })).toEqual({ ok: false, reason: "gone" })
  expect(await undoDecision(ana, 9_999_999)).toEqual({ ok: false, reason: "gone" })
})

test("keeping a reported comment answers its reports, once", async () => {
  const post = await createPost(database())
  const comment = await createComment(database(), { postId: post.id })
  await database().insert(commentReports).values({ commentId: comment.id, reason: "abusive" })
  const kept = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  await approveComment(ana, { id: comment.id, version: 1, standing: kept })
  expect(await eventsOf(comment.id)).toHaveLength(1)
  expect(changed).toEqual([])
})

test.each([["writer"], ["editor"]] as const)("a %s may not moderate", async (role) => {
  const comment = await waitingComment()
  const approval = eventId(await approveComment(ana, { id: comment.id, version: 1 }))
  const person = asStaff(await createStaff(database(), { roles: [role] }))
  const refused = { ok: false, reason: "not-allowed" }
  const seen = { id: comment.id, version: 1, standing: approval }
  expect(await approveComment(person, seen)).toEqual(refused)
  expect(await rejectComment(person, { ...seen, reason: "abusive" })).toEqual(refused)
  expect(await markCommentSpam(person, seen)).toEqual(refused)
  expect(await undoDecision(person, approval)).toEqual(refused)
  expect(await eventsOf(comment.id)).toHaveLength(1)
})

/** What its author does to a comment. */
async function edit(id: number, fields: Partial<typeof comments.$inferInsert>) {
  await database().update(comments).set(fields).where(eq(comments.id, id))
}
