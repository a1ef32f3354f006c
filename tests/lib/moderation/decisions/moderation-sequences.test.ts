import { eq, sql } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import type { Staff } from "@/lib/auth/staff"
import type { Verdict } from "@/lib/comments/types"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { newestEvent } from "@/lib/moderation/live/events"
import { countQueues } from "@/lib/moderation/queue/counts"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const moderators: Staff[] = []

beforeAll(async () => {
  for (const name of ["Ana", "Ben", "Cleo"]) {
    moderators.push(asStaff(await createStaff(database(), { name, roles: ["moderator"] })))
  }
})

const decide = { approved: approveComment, rejected: rejectComment, spam: markCommentSpam }

type Step = { who: number; do: Verdict | "undo"; looksFirst: boolean }

const steps = fc.array(
  fc.record<Step>({
    who: fc.integer({ min: 0, max: 2 }),
    do: fc.constantFrom("approved", "rejected", "spam", "undo"),
    looksFirst: fc.boolean(),
  }),
  { maxLength: 12 },
)

test("whatever three moderators do in turn, one decision stands and every number is true", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const post = await createPost(database())
      const comment = await createComment(database(), { postId: post.id, status: "pending" })
      // A moderator who does not look first acts on what they saw last.
      const seen = new Map<number, number | null>()
      const model: { id: number; status: Verdict }[] = []

      for (const step of sequence) {
        const staff = at(moderators, step.who)
        const standing = (await getQueueItem(staff, comment.id))?.standing ?? null
        expect(standing?.id ?? null).toBe(model.at(-1)?.id ?? null)
        if (step.looksFirst) seen.set(step.who, standing?.id ?? null)
        const saw = seen.get(step.who) ?? null

        if (step.do === "undo") {
          if (saw === null) continue
          const outcome = await undoDecision(staff, saw)
          if (saw === model.at(-1)?.id) {
            expect(outcome).toMatchObject({ ok: true })
            model.pop()
          }
          continue
        }
        const outcome = await decide[step.do](staff, {
          id: comment.id,
          version: 1,
          standing: saw,
          reason: "abusive",
        })
        const top = model.at(-1)
        const refuses = top !== undefined && top.id !== saw && top.status !== step.do
        expect(outcome.ok).toBe(!refuses)
        if (outcome.ok && outcome.eventId !== null && outcome.eventId !== top?.id) {
          model.push({ id: outcome.eventId, status: step.do })
        }
      }
      expect(await recounted(comment.id)).toEqual(model.at(-1)?.status ?? "pending")
      await countsAreTrue()
    }),
    { numRuns: 60 },
  )
})

test("whatever three moderators do at once, the events replay to the status", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const post = await createPost(database())
      const comment = await createComment(database(), { postId: post.id, status: "pending" })
      await Promise.all(
        sequence.map(async (step) => {
          const staff = at(moderators, step.who)
          const saw = (await getQueueItem(staff, comment.id))?.standing?.id ?? null
          if (step.do !== "undo")
            await decide[step.do](staff, { id: comment.id, version: 1, standing: saw, reason: "abusive" })
          else if (saw !== null) await undoDecision(staff, saw)
        }),
      )
      const [row] = await database().select().from(comments).where(eq(comments.id, comment.id))
      expect(row?.status).toBe(await recounted(comment.id))
    }),
    { numRuns: 40 },
  )
})

/** Replays the events; each must begin where the one before it ended. */
async function recounted(id: number): Promise<string> {
  const events = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.commentId, id))
    .orderBy(auditEvents.id)
  let status = "pending"
  for (const event of events) {
    expect(event.fromStatus).toBe(status)
    if (event.action === "undone") {
      expect(event.toStatus).toBe(events.find((other) => other.id === event.undoes)?.fromStatus)
    }
    status = event.toStatus ?? status
  }
  return status
}

async function countsAreTrue() {
  const rows = await database().execute<{ status: string; count: number }>(
    sql`select status, count(*)::int as count from comments group by status`,
  )
  const truth = Object.fromEntries(rows.map((row) => [row.status, row.count]))
  expect(await countQueues(at(moderators, 0))).toEqual({
    appeals: 0,
    waiting: truth.pending ?? 0,
    reported: 0,
    approved: truth.approved ?? 0,
    rejected: truth.rejected ?? 0,
    spam: truth.spam ?? 0,
    undecided: truth.pending ?? 0,
    newestEvent: await newestEvent(),
  })
}

function at<T>(list: T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new Error(`Nothing at ${index}`)
  return value
}
