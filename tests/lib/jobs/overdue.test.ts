import { randomBytes, randomUUID } from "node:crypto"
import { afterEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { jobs } from "@/db/schema/jobs"
import { mailDeliveries } from "@/db/schema/newsletter"
import { chainEvents } from "@/lib/audit/chain"
import { chainingLane } from "@/lib/audit/jobs"
import { listOverdueWork } from "@/lib/desk/queries"
import { jobLane } from "@/lib/jobs/job-lane"
import { overdueLines, overdueSentences } from "@/lib/jobs/messages"
import { findOverdue, watchOverdue } from "@/lib/jobs/overdue"
import { mailLane } from "@/lib/mail/jobs"
import { tidying } from "@/lib/ops/jobs"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { backdate } from "../../support/backdate.ts"
import { countStatements } from "../../support/count-statements.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const lanes = [mailLane(renderDelivery), chainingLane("moderation"), jobLane({ name: "chores" }, tidying)]

/** As on an instance whose workers do nothing. */
let forget = watchOverdue(lanes, () => [])
afterEach(async () => {
  forget()
  forget = watchOverdue(lanes, () => [])
  await database().delete(jobs)
  await database().delete(mailDeliveries)
})

test("nothing is overdue while what waits has not waited for long", async () => {
  await queueMail({ dueAt: minutesAgo(1) })
  await queueMail({ dueAt: minutesAgo(-60), attempts: 2 })
  await database()
    .insert(jobs)
    .values({ name: tidying.name, input: {}, dueAt: minutesAgo(1) })
  expect(await findOverdue()).toEqual([])
  expect(overdueLines(await findOverdue())).toEqual([])
})

test("mail that nobody sends is overdue", async () => {
  await queueMail({ dueAt: minutesAgo(12) })
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: mail 12 minutes"])
})

test("mail is overdue when the server refuses everything, and not for one mailbox that is full", async () => {
  await queueMail({ dueAt: minutesAgo(-60), attempts: 4, createdAt: minutesAgo(180) })
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: mail 3 hours"])
  await queueMail({ state: "sent", sentAt: new Date() })
  expect(await findOverdue()).toEqual([])
})

test("a log that is not chained is overdue, until it is", async () => {
  const comment = await createComment(database(), { postId: (await createPost(database())).id })
  const [event] = await database()
    .insert(auditEvents)
    .values({ commentId: comment.id, action: "held", toStatus: "pending" })
    .returning()
  await backdate(event?.id ?? 0, 7)
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: chaining the log 7 minutes"])
  await chainEvents()
  expect(await findOverdue()).toEqual([])
})

test("a job is overdue when no worker has it, also one whose worker has gone, and not while one works on it", async () => {
  const job = { name: tidying.name, input: {}, dueAt: minutesAgo(90) }
  await database()
    .insert(jobs)
    .values({ ...job, leasedUntil: minutesAgo(-1) })
  expect(await findOverdue()).toEqual([])
  await database()
    .update(jobs)
    .set({ leasedUntil: minutesAgo(20) })
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: chores 20 minutes"])
})

test("scheduled work that fails again and again is told, though it is never given up", async () => {
  const row = { name: tidying.name, key: "schedule", schedule: "23 * * * * UTC", input: {} }
  await database()
    .insert(jobs)
    .values({ ...row, dueAt: minutesAgo(-30), attempts: 2, failingSince: minutesAgo(120) })
  expect(await findOverdue()).toEqual([])
  await database().update(jobs).set({ attempts: 4 })
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: ops.tidy 2 hours"])
})

test("a lane whose looks fail is named after a minute", async () => {
  forget()
  forget = watchOverdue([], () => [
    { name: "closing comments", since: minutesAgo(3).getTime() },
    { name: "chores", since: Date.now() },
  ])
  expect(overdueLines(await findOverdue())).toEqual(["work overdue: closing comments 3 minutes"])
})

test("Today tells admins and editors what is overdue and what has failed, in one statement, and nobody else", async () => {
  await queueMail({ dueAt: minutesAgo(12) })
  await database()
    .insert(jobs)
    .values({ name: "imports.run", input: {}, state: "failed", settledAt: minutesAgo(180) })
  const told = [
    "Work in the background is overdue: mail 12 minutes. Ask the person who runs this site to look at its output.",
    "Work in the background failed and will not be tried again: imports.run 3 hours ago. Ask the person who runs this site to look at its output.",
  ]
  const count = await countStatements()
  for (const [role, sentences, statements] of [
    ["admin", told, 1],
    ["editor", told, 1],
    ["writer", [], 0],
    ["moderator", [], 0],
  ] as const) {
    const staff = asStaff(await createStaff(database(), { roles: [role] }))
    let found: string[] = []
    const work = await count(async () => {
      found = overdueSentences(await listOverdueWork(staff))
    })
    expect(found, role).toEqual(sentences)
    expect(work.statements, role).toHaveLength(statements)
  }
})

async function queueMail(more: Partial<typeof mailDeliveries.$inferInsert>): Promise<void> {
  await database()
    .insert(mailDeliveries)
    .values({ kind: "welcome", recipientSealed: randomBytes(8), dedupeKey: randomUUID(), ...more })
}

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000)
}
