import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { nextTime } from "@/lib/jobs/schedule"
import { reportRenewal } from "@/lib/moderation/transparency/jobs"
import { countReport } from "@/lib/moderation/transparency/queries"
import { rulesInWords } from "@/lib/moderation/transparency/rules"
import { daysBefore, type ModerationCounts, reportEnd } from "@/lib/moderation/transparency/shape"
import { readSettings } from "@/lib/settings/shape"
import { duration } from "@/lib/text/duration"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

const till = new Date("2026-11-20T00:00:00Z")
const day = 86_400_000

test("the report of a publication where nothing happened is all zeros", async () => {
  const { short, long } = await countReport(database(), till, "UTC")
  expect(short).toMatchObject({ days: 7, arrived: 0, rejectedFor: [], waited: 0, medianWait: null })
  expect(long).toMatchObject({ days: 90, arrived: 0, rejectedFor: [], waited: 0, medianWait: null })
})

test("the report of a random history equals a recount", async () => {
  await makeHistory(dice(20_261_120))
  const report = await countReport(database(), till, "UTC")
  const told = { short: await recount(7), long: await recount(90) }
  expect({ short: report.short, long: report.long }).toEqual(told)
  // A history in which something never happens would promise nothing about it.
  for (const [name, value] of Object.entries(told.long)) expect(value, name).not.toEqual(0)
  expect(told.long.rejectedFor.length).toBeGreaterThan(2)
  expect(told.short.arrived).toBeLessThan(told.long.arrived)
})

test("a day counts from five minutes after its end where the publication is, and the report is renewed then", () => {
  const end = (now: string, zone: string) => reportEnd(new Date(now), zone).toISOString()
  expect(end("2026-11-20T00:04:59Z", "UTC")).toBe("2026-11-19T00:00:00.000Z")
  expect(end("2026-11-20T00:05:00Z", "UTC")).toBe(till.toISOString())
  expect(end("2026-11-20T23:59:59Z", "UTC")).toBe(till.toISOString())
  expect(end("2026-11-20T05:04:59Z", "America/New_York")).toBe("2026-11-19T05:00:00.000Z")
  expect(end("2026-11-20T05:05:00Z", "America/New_York")).toBe("2026-11-20T05:00:00.000Z")
  for (const zone of ["UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Eucla"]) {
    const renewal = nextTime(`${reportRenewal.schedule?.cron} ${zone}`, new Date("2026-11-20T18:00:00Z"))
    const before = new Date(renewal.getTime() - 2000)
    expect(reportEnd(renewal, zone).getTime() - reportEnd(before, zone).getTime(), zone).toBe(86_400_000)
  }
})

test("the days of the report are days where the publication is, also when clocks change", async () => {
  const zone = "America/New_York"
  const end = reportEnd(new Date("2026-11-05T12:00:00Z"), zone)
  expect(end.toISOString()).toBe("2026-11-05T05:00:00.000Z")
  expect(daysBefore(end, 7, zone).toISOString()).toBe("2026-10-29T04:00:00.000Z")
  const before = (await countReport(database(), end, zone)).short.arrived
  const [row] = await database().select({ id: comments.id }).from(comments).limit(1)
  const arrive = (at: string) =>
    database()
      .insert(auditEvents)
      .values({
        commentId: row?.id,
        version: 1,
        action: "held",
        toStatus: "pending",
        createdAt: new Date(at),
      })
  await arrive("2026-10-29T03:59:00Z")
  await arrive("2026-10-29T04:00:00Z")
  await arrive("2026-11-05T04:59:00Z")
  await arrive("2026-11-05T05:00:00Z")
  expect((await countReport(database(), end, zone)).short.arrived).toBe(before + 2)
})

test("the rules that are told are those in force", () => {
  const rules = (set: Record<string, unknown>, moderators = 2) =>
    rulesInWords(readSettings(Object.entries(set).map(([key, value]) => ({ key, value }))), moderators).join(
      "\n",
    )
  expect(rules({})).toContain("A moderator reads every comment before it appears.")
  expect(rules({ commentMode: "open" })).toContain("Comments appear at once, unless")
  expect(rules({ commentMode: "open", commentLinksHeld: 5 })).toContain("5 links or more")
  expect(rules({ commentMode: "open", commentLinksHeld: 0 })).not.toContain("links")
  expect(rules({ commentsHideReported: true, commentsReportsToHide: 4 })).toContain("4 people have reported")
  expect(rules({})).toContain("Someone other than the moderator who refused it decides.")
  expect(rules({}, 1)).toContain("the same person looks again, at least a day later")
  expect(rules({}, 1)).not.toContain("Someone other")
  expect(rules({})).toContain("Moderators can black out words of a comment")
  expect(rules({ commentWordsHeld: "casino" })).not.toContain("casino")
})

test("where every comment waits, nobody reads of reasons to wait that make no difference", () => {
  const said = rulesInWords(readSettings([]), 2).join("\n")
  expect(said).not.toMatch(/links or more|learns from nothing|Flooding/)
  expect(said).toContain("under a story with a milder rule, what they find makes a comment wait")
})

test("a length of time is told in the unit in which people think of it", () => {
  expect([1, 89, 90, 3600, 5399, 7200, 86_400, 2 * 86_400, 9.6 * 86_400].map(duration)).toEqual([
    "1 second",
    "89 seconds",
    "90 seconds",
    "60 minutes",
    "90 minutes",
    "2 hours",
    "24 hours",
    "2 days",
    "10 days",
  ])
})

type Dice = (sides: number) => number

/** The same throws each time (mulberry32). */
function dice(seed: number): Dice {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

/** Four months of comments, some before and after the days that count. */
async function makeHistory(roll: Dice): Promise<void> {
  const db = database()
  const post = await createPost(db)
  const people = [await createStaff(db), await createStaff(db)]
  for (let n = 0; n < 250; n++) {
    let at = till.getTime() + 2 * day - roll(120 * day)
    const comment = await createComment(db, { postId: post.id, status: "pending" })
    const write = async (fields: Omit<typeof auditEvents.$inferInsert, "commentId">) => {
      at += roll(3 * day)
      const [row] = await db
        .insert(auditEvents)
        .values({ commentId: comment.id, version: 1, createdAt: new Date(at), ...fields })
        .returning()
      if (!row) throw new Error("No event was written.")
      return row
    }
    const staffId = () => people[roll(2)]?.id
    const arrival = (["held", "held", "held", "published", "marked_spam"] as const)[roll(5)] ?? "held"
    await write({ action: arrival, toStatus: "pending", staffId: roll(12) === 0 ? staffId() : null })
    for (let step = roll(6); step > 0; step--) {
      const kind = roll(11)
      if (kind < 2)
        await write({ action: "approved", fromStatus: "pending", toStatus: "approved", staffId: staffId() })
      if (kind === 2 || kind === 3) {
        const reason = ["offensive", "abusive", "rules", "advertising"][roll(4)]
        const rejected = await write({
          action: "rejected",
          fromStatus: "pending",
          toStatus: "rejected",
          staffId: staffId(),
          reason,
        })
        if (roll(2))
          await write({ action: "undone", undoes: rejected.id, toStatus: "pending", staffId: staffId() })
        else if (roll(3) > 0) {
          await write({ action: "appealed", fromStatus: "rejected", toStatus: "rejected" })
          const granted = roll(2) === 0
          const decision = await write({
            action: granted ? "approved" : "appeal_denied",
            fromStatus: "rejected",
            toStatus: granted ? "approved" : "rejected",
            staffId: staffId(),
          })
          await db
            .insert(commentAppeals)
            .values({ commentId: comment.id, eventId: rejected.id, body: "Please.", decidedBy: decision.id })
            .onConflictDoNothing()
        }
      }
      if (roll(8) === 0) {
        const blackout = await write({
          action: "blacked_out",
          fromStatus: "approved",
          toStatus: "approved",
          staffId: staffId(),
          reason: "words-private",
        })
        if (roll(2))
          await write({ action: "undone", undoes: blackout.id, toStatus: "approved", staffId: staffId() })
      }
      if (kind === 4)
        await write({ action: "marked_spam", fromStatus: "pending", toStatus: "spam", staffId: staffId() })
      if (kind === 5) await write({ action: "proved", fromStatus: "pending", toStatus: "approved" })
      if (kind === 6) await write({ action: "proved", fromStatus: "approved", toStatus: "approved" })
      if (kind === 7) await write({ action: "deleted", fromStatus: "approved", toStatus: "deleted" })
      if (kind === 8) await write({ action: "hidden", fromStatus: "approved", toStatus: "pending" })
      if (kind === 9) await write({ action: "held", fromStatus: "approved", toStatus: "pending" })
      if (kind === 10) {
        await db.insert(commentReports).values({
          commentId: comment.id,
          reason: "other",
          createdAt: new Date(at + roll(day)),
        })
      }
    }
  }
  const elsewhere = { staffId: people[0]?.id, createdAt: new Date(till.getTime() - day) }
  await db.insert(auditEvents).values([
    { ...elsewhere, action: "banned", banId: 1 },
    { ...elsewhere, action: "post_published", postId: post.id },
  ])
}

/** The same numbers by hand, from every row there is. */
async function recount(days: number): Promise<ModerationCounts> {
  const db = database()
  const all = (await db.select().from(auditEvents)).toSorted((a, b) => a.id - b.id)
  const inTime = ({ createdAt }: { createdAt: Date }) =>
    createdAt < till && createdAt.getTime() >= till.getTime() - days * day
  const events = all.filter(inTime)
  const many = (rows: unknown[]) => rows.length
  const ofStaff = events.filter((event) => event.staffId !== null)
  const arrived = events.filter(
    ({ fromStatus, staffId, action }) =>
      fromStatus === null && staffId === null && ["published", "held", "marked_spam"].includes(action),
  )
  const verdicts = (rows: typeof all) =>
    rows.filter(
      ({ action, staffId }) => staffId !== null && ["approved", "rejected", "marked_spam"].includes(action),
    )
  const rejected = ofStaff.filter(({ action }) => action === "rejected")
  const reasons = new Map<string, number>()
  for (const { reason } of rejected) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)

  const waits: number[] = []
  for (const decision of verdicts(events)) {
    const mine = all.filter(({ commentId }) => commentId === decision.commentId)
    const held = mine.find(({ action, fromStatus }) => action === "held" && fromStatus === null)
    if (held && verdicts(mine)[0]?.id === decision.id)
      waits.push((decision.createdAt.getTime() - held.createdAt.getTime()) / 1000)
  }
  waits.sort((a, b) => a - b)
  const middle = (waits.length - 1) / 2
  const [low = 0, high = 0] = [waits[Math.floor(middle)], waits[Math.ceil(middle)]]

  const reports = (await db.select().from(commentReports)).filter(inTime)
  const answered = reports.filter((report) =>
    verdicts(all).some(
      (verdict) =>
        verdict.commentId === report.commentId &&
        verdict.createdAt > report.createdAt &&
        verdict.createdAt < till &&
        !all.some(({ undoes, createdAt }) => undoes === verdict.id && createdAt < till),
    ),
  )
  let granted = 0
  for (const appeal of await db.select().from(commentAppeals)) {
    const [decision] = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.id, appeal.decidedBy ?? 0))
    if (decision?.action === "approved" && inTime(decision)) granted++
  }
  const did = (action: string, rows = events) => many(rows.filter((event) => event.action === action))
  return {
    days,
    arrived: many(arrived),
    shownAtOnce: did("published", arrived),
    held: did("held", arrived),
    caughtAsSpam: did("marked_spam", arrived),
    shownByProof: many(
      events.filter(({ action, fromStatus }) => action === "proved" && fromStatus === "pending"),
    ),
    approved: did("approved", ofStaff),
    rejected: many(rejected),
    rejectedFor: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    markedSpam: did("marked_spam", ofStaff),
    undone: many(
      events.filter(
        ({ action, undoes }) =>
          action === "undone" && all.find(({ id }) => id === undoes)?.action !== "blacked_out",
      ),
    ),
    blackedOut: new Set(
      events
        .filter(({ action }) => action === "blacked_out")
        .filter(({ id }) => !all.some(({ undoes, createdAt }) => undoes === id && createdAt < till))
        .map(({ commentId }) => commentId),
    ).size,
    deletedByAuthor: did("deleted"),
    hidden: did("hidden"),
    reports: many(reports),
    reportsAnswered: many(answered),
    appeals: did("appealed"),
    appealsGranted: granted,
    appealsDenied: did("appeal_denied"),
    waited: waits.length,
    medianWait: waits.length === 0 ? null : (low + high) / 2,
  }
}
