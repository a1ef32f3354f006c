import { sql } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { z } from "zod"
import { database } from "@/db/client"
import { jobs } from "@/db/schema/jobs"
import { armSchedules } from "@/lib/jobs/arm-schedules"
import { jobLane } from "@/lib/jobs/job-lane"
import { runLanes } from "@/lib/jobs/run-lanes"
import { nextTime } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"

withFreshDatabase()

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await database().delete(jobs)
  vi.restoreAllMocks()
})

test("seven in the morning stays seven by the clocks of the place when these are changed", () => {
  expect(times("0 7 * * * Europe/Berlin", "2026-03-27T12:00:00Z", 3)).toEqual([
    "2026-03-28T06:00:00.000Z",
    "2026-03-29T05:00:00.000Z",
    "2026-03-30T05:00:00.000Z",
  ])
  expect(times("0 7 * * * Europe/Berlin", "2026-10-23T12:00:00Z", 3)).toEqual([
    "2026-10-24T05:00:00.000Z",
    "2026-10-25T06:00:00.000Z",
    "2026-10-26T06:00:00.000Z",
  ])
})

test("a time that is left out in spring comes that day all the same, and one that is repeated in autumn comes once", () => {
  const spring = times("30 2 * * * Europe/Berlin", "2026-03-28T12:00:00Z", 2)
  expect(spring.map((time) => time.slice(0, 10))).toEqual(["2026-03-29", "2026-03-30"])
  const autumn = times("30 2 * * * Europe/Berlin", "2026-10-24T12:00:00Z", 2)
  expect(autumn.map((time) => time.slice(0, 10))).toEqual(["2026-10-25", "2026-10-26"])
})

test("a scheduled job runs once at its time, on one of several instances, and then waits for the next", async () => {
  let runs = 0
  const job = daily(async () => void runs++)
  for (let instance = 0; instance < 3; instance++) await start(job)
  const { dueAt } = await only()
  expect(dueAt.getTime()).toBeGreaterThan(Date.now())
  await missedFor("1 minute")
  await until("the job to run", () => runs > 0)
  await until("the next time", async () => (await only()).dueAt.getTime() > Date.now())
  for (const stop of stops.splice(0)) await stop()
  expect(runs).toBe(1)
  expect(await only()).toMatchObject({ dueAt, state: "queued", attempts: 0, leasedUntil: null })
})

test("what was missed while the app was down is done once after the start, not once for each time", async () => {
  let runs = 0
  const job = daily(async () => void runs++)
  await start(job)
  for (const stop of stops.splice(0)) await stop()
  await missedFor("9 days")
  await start(job)
  await until("the next time", async () => (await only()).dueAt.getTime() > Date.now())
  for (const stop of stops.splice(0)) await stop()
  expect(runs).toBe(1)
})

test("a scheduled job that fails is tried again soon, and never given up", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {})
  await start({ ...daily(() => Promise.reject(new Error("broken"))), retryAfter: [60] })
  for (const [attempts, most] of [
    [1, 60_000],
    [2, 86_400_000],
  ] as const) {
    await missedFor("1 second")
    await until("a try to be over", async () => {
      const row = await only()
      return row.attempts === attempts && row.leasedUntil === null
    })
    const { state, dueAt } = await only()
    expect(state).toBe("queued")
    expect(dueAt.getTime()).toBeLessThanOrEqual(Date.now() + most)
    expect(dueAt.getTime()).toBeGreaterThan(Date.now() + (most === 60_000 ? 0 : -1))
  }
})

test("another time zone moves the next time, and the same one leaves it", async () => {
  let zone = "UTC"
  const job = daily(
    async () => {},
    () => zone,
  )
  await start(job)
  const before = await only()
  await start(job)
  expect(await only()).toEqual(before)
  zone = "Pacific/Kiritimati"
  await database().execute(sql`select pg_notify('jobs', ${job.name})`)
  await until("another time", async () => (await only()).dueAt.getTime() !== before.dueAt.getTime())
  expect((await only()).dueAt.getUTCHours()).toBe(17)
})

test("a scheduled job whose row was lost is scheduled again", async () => {
  const job = daily(async () => {})
  await start(job)
  await database().delete(jobs)
  await database().execute(sql`select pg_notify('jobs', ${job.name})`)
  await until("the row to be there again", async () => (await database().$count(jobs)) === 1)
})

test("a time zone that is changed while the job runs decides about the next time", async () => {
  let zone = "UTC"
  const job = daily(
    async () => {
      zone = "Pacific/Kiritimati"
      await armSchedules([job])
    },
    () => zone,
  )
  await start(job)
  await missedFor("1 second")
  await until("the run to be over", async () => {
    const { attempts, lease } = await only()
    return attempts === 0 && lease === 1
  })
  expect((await only()).dueAt.getUTCHours()).toBe(17)
})

function daily(work: Job<unknown>["work"], timeZone = () => "UTC"): Job<unknown> {
  return { name: "tests.daily", input: z.unknown(), schedule: { cron: "0 7 * * *", timeZone }, work }
}

async function start(job: Job<unknown>): Promise<void> {
  stops.push((await runLanes(jobLane({ name: "tests" }, job))).stop)
  await until("the row of the job", async () => (await database().$count(jobs)) === 1)
}

async function missedFor(interval: string): Promise<void> {
  await database().execute(sql`update jobs set due_at = now() - ${interval}::interval`)
  await database().execute(sql`select pg_notify('jobs', name) from jobs`)
}

async function only() {
  const [row] = await database().select().from(jobs)
  if (!row) throw new Error("The job is gone.")
  return row
}

function times(text: string, from: string, count: number): string[] {
  const found: string[] = []
  for (let at = new Date(from); found.length < count; ) {
    at = nextTime(text, at)
    found.push(at.toISOString())
  }
  return found
}
