import { spawn } from "node:child_process"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { z } from "zod"
import { database } from "@/db/client"
import { jobs } from "@/db/schema/jobs"
import { settings } from "@/db/schema/settings"
import { transaction } from "@/db/transaction"
import { jobLane } from "@/lib/jobs/job-lane"
import { cancelJob, enqueue, forgetOldJobs } from "@/lib/jobs/mutations"
import { runLanes } from "@/lib/jobs/run-lanes"
import type { Job, JobKind } from "@/lib/jobs/types"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"
import { endless, endlessLane } from "./endless-job.ts"

withFreshDatabase()

const numbered = z.object({ n: z.number() })
type Numbered = z.infer<typeof numbered>

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await database().delete(jobs)
  vi.restoreAllMocks()
})

test("each of many jobs is done once, however many workers there are", async () => {
  const done: number[] = []
  const job = makeJob(async ({ n }) => void done.push(n))
  for (let instance = 0; instance < 3; instance++) await work(jobLane({ name: "tests", concurrency: 2 }, job))
  for (let n = 0; n < 40; n++) await put(job, { input: { n } })
  await until("all to be done", async () => (await rows()).every(({ state }) => state === "done"))
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

test("what is enqueued in a transaction that is rolled back never runs", async () => {
  const done: number[] = []
  const job = makeJob(async ({ n }) => void done.push(n))
  await work(jobLane({ name: "tests" }, job))
  const rolledBack = transaction(async (tx) => {
    await enqueue(tx, job, { input: { n: 1 } })
    throw new Error("Changed my mind.")
  })
  await expect(rolledBack).rejects.toThrow("Changed my mind.")
  await put(job, { input: { n: 2 } })
  await until("the other one", () => done.length > 0)
  expect(done).toEqual([2])
})

test("a job waits for its time, and is done then without another look being asked for", async () => {
  const done: number[] = []
  const job = makeJob(async ({ n }) => void done.push(n))
  await work(jobLane({ name: "tests" }, job))
  await put(job, { input: { n: 1 }, runAt: new Date(Date.now() + 3_600_000) })
  const soon = new Date(Date.now() + 700)
  await put(job, { input: { n: 2 }, runAt: soon })
  await until("the first one", () => done.length > 0)
  expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime())
  expect(done).toEqual([2])
})

test("a worker that is killed loses nothing: another takes the job up once the lease is over", async () => {
  await put(endless, { input: {} })
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "worker-process.ts")],
    { env: { ...process.env, TSX_TSCONFIG_PATH: "server/tsconfig.json" }, stdio: "inherit" },
  )
  const ended = new Promise((resolve) => child.once("exit", resolve))
  await until("the job to be taken", async () => (await only()).attempts === 1)
  child.kill("SIGKILL")
  await ended

  await work(endlessLane(async () => {}))
  // Its lease still runs: the worker might be alive on another machine.
  await settledTurn()
  expect(await only()).toMatchObject({ state: "queued", attempts: 1 })
  await endLeases()
  await until("the job to be done", async () => (await rows()).every(({ state }) => state === "done"))
  expect((await only()).attempts).toBe(2)
})

test("a job that fails is tried again later each time, and names no address in the log", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {})
  const job = makeJob(() => Promise.reject(new Error("No answer from ana@example.org")), {
    retryAfter: [60, 3600],
  })
  await work(jobLane({ name: "tests" }, job))
  await put(job, { input: { n: 1 } })
  for (const [attempts, seconds] of [
    [1, 60],
    [2, 3600],
  ] as const) {
    await until("a try to be over", async () => isOver(await only(), attempts))
    const { dueAt, lastError } = await only()
    const [least, most] = [Date.now() + (seconds - 50) * 1000, Date.now() + seconds * 1000]
    expect(dueAt.getTime()).toBeGreaterThan(least)
    expect(dueAt.getTime()).toBeLessThanOrEqual(most)
    expect(lastError).toContain("No answer from [address]")
    await makeDue()
  }
  await until("the job to have failed", async () => (await only()).state === "failed")
  expect(JSON.stringify(said.mock.calls)).not.toContain("@")
})

test("the same key is the same job, with the last input and time; after it is done the key is free", async () => {
  const done: number[] = []
  const job = makeJob(async ({ n }) => void done.push(n))
  const key = "story 7"
  await put(job, { input: { n: 1 }, key, runAt: new Date(Date.now() + 3_600_000) })
  await put(job, { input: { n: 2 }, key })
  await put(job, { input: { n: 3 }, key: "story 8" })
  await work(jobLane({ name: "tests" }, job))
  await until("both to be done", () => done.length === 2)
  await put(job, { input: { n: 4 }, key })
  await until("one more", () => done.length === 3)
  expect(done.toSorted()).toEqual([2, 3, 4])
})

test("a job that is enqueued again while it runs runs again, with the new input", async () => {
  const done: number[] = []
  const gate = makeGate()
  const job = makeJob(async ({ n }) => {
    await gate.passed
    done.push(n)
  })
  await work(jobLane({ name: "tests" }, job))
  await put(job, { input: { n: 1 }, key: "picture" })
  await until("the job to be taken", async () => (await only()).attempts === 1)
  await put(job, { input: { n: 2 }, key: "picture" })
  gate.open()
  await until("both to be done", () => done.length === 2)
  expect(done).toEqual([1, 2])
})

test("a job that was cancelled does not run", async () => {
  const done: number[] = []
  const job = makeJob(async ({ n }) => void done.push(n))
  await put(job, { input: { n: 1 }, key: "story 7" })
  await put(job, { input: { n: 2 }, key: "story 8" })
  await transaction((tx) => cancelJob(tx, job, "story 7"))
  await work(jobLane({ name: "tests" }, job))
  await until("the other one", () => done.length > 0)
  expect(done).toEqual([2])
})

test("an effect in one transaction with the end of its job happens once, though a second worker took the job up", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {})
  const late = makeGate()
  let tries = 0
  const job = makeJob(async (_, run) => {
    const attempt = ++tries
    if (attempt === 1) await late.passed
    await transaction(async (tx) => {
      await tx.insert(settings).values({ key: `effect ${attempt}`, value: 1 })
      await run.done(tx)
    })
  })
  await put(job, { input: { n: 1 } })
  await work(jobLane({ name: "slow" }, job))
  await until("the job to be taken", async () => (await only()).attempts === 1)
  await endLeases()
  await work(jobLane({ name: "quick" }, job))
  await until("the job to be done", async () => (await only()).state === "done")
  late.open()
  await stops.splice(0).reduce((before, stop) => before.then(stop), Promise.resolve<unknown>(null))
  expect(tries).toBe(2)
  expect(await database().$count(settings)).toBe(1)
  expect((await only()).state).toBe("done")
})

test("a job whose effect is there is done, whatever its work says afterwards", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {})
  const job = makeJob(
    async (_, run) => {
      await transaction((tx) => run.done(tx))
      throw new Error("too late")
    },
    { retryAfter: [] },
  )
  await work(jobLane({ name: "tests" }, job))
  await put(job, { input: { n: 1 } })
  await until("the job to be settled", async () => (await only()).state !== "queued")
  await put(job, { input: { n: 2 } })
  await until("the next one, too", async () => (await rows()).every(({ state }) => state !== "queued"))
  expect((await rows()).map(({ state, lastError }) => [state, lastError])).toEqual([
    ["done", ""],
    ["done", ""],
  ])
})

test("stopping waits for the job in hand and leaves the others", async () => {
  const done: number[] = []
  const gate = makeGate()
  const job = makeJob(async ({ n }) => {
    await gate.passed
    done.push(n)
  })
  for (const n of [1, 2]) await put(job, { input: { n } })
  const workers = await runLanes(jobLane({ name: "tests" }, job))
  await until("a job to be taken", async () => (await rows()).some(({ attempts }) => attempts === 1))
  const stopped = workers.stop()
  expect(done).toEqual([])
  gate.open()
  await stopped
  expect(done).toEqual([1])
  expect((await rows()).map(({ state }) => state)).toEqual(["done", "queued"])
})

test("long work is told when the app stops, keeps its progress, and is taken up again without losing a try", async () => {
  const job = makeJob(async (_, run) => {
    await run.progress(3, 10)
    await new Promise((resolve) => run.signal.addEventListener("abort", resolve))
    throw new Error("Stopped halfway.")
  })
  await put(job, { input: { n: 1 } })
  const workers = await runLanes(jobLane({ name: "tests" }, job))
  await until("some progress", async () => (await only()).progressDone === 3)
  await workers.stop()
  const { state, attempts, leasedUntil, progressDone, progressTotal } = await only()
  expect([state, attempts, leasedUntil, progressDone, progressTotal]).toEqual(["queued", 0, null, 3, 10])
})

test("a job during which the app dies each time is not tried for ever", async () => {
  const job = makeJob(() => Promise.reject(new Error("unexpected")), { retryAfter: [1] })
  await put(job, { input: { n: 1 } })
  await database().update(jobs).set({ attempts: 2 })
  await work(jobLane({ name: "tests" }, job))
  await until("the job to have failed", async () => (await only()).state === "failed")
  expect((await only()).lastError).toBe("The app stopped each time it was working on this.")
})

test("what was done goes after a week, and what failed is kept for a person", async () => {
  const settledAt = new Date(Date.now() - 8 * 86_400_000)
  const old = { name: "tests.old", input: {}, settledAt }
  await database()
    .insert(jobs)
    .values([
      { ...old, state: "done" },
      { ...old, state: "done", settledAt: new Date() },
      { ...old, state: "failed" },
      { name: "tests.old", input: {} },
    ])
  await forgetOldJobs()
  expect((await rows()).map(({ state }) => state)).toEqual(["done", "failed", "queued"])
})

function makeJob(work: Job<Numbered>["work"], more: Partial<Job<Numbered>> = {}): Job<Numbered> {
  return { name: "tests.numbered", input: numbered, work, ...more }
}

function put<Input>(kind: JobKind<Input>, job: { input: Input; key?: string; runAt?: Date }): Promise<void> {
  return transaction((tx) => enqueue(tx, kind, job))
}

async function work(lane: ReturnType<typeof jobLane>): Promise<void> {
  stops.push((await runLanes(lane)).stop)
}

function makeGate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

function rows() {
  return database().select().from(jobs).orderBy(jobs.id)
}

async function only() {
  const [row] = await rows()
  if (!row) throw new Error("The job is gone.")
  return row
}

function isOver({ attempts, leasedUntil }: Awaited<ReturnType<typeof only>>, tries: number): boolean {
  return attempts === tries && leasedUntil === null
}

async function endLeases(): Promise<void> {
  await database().execute(sql`update jobs set leased_until = now() - interval '1 second'`)
  await wake()
}

async function makeDue(): Promise<void> {
  await database().execute(sql`update jobs set due_at = now()`)
  await wake()
}

async function wake(): Promise<void> {
  await database().execute(sql`select pg_notify('jobs', name) from jobs where state = 'queued'`)
}

/** Until the worker of endless jobs has looked: it has done one that was enqueued after the first. */
async function settledTurn(): Promise<void> {
  await put(endless, { input: {}, key: "turn" })
  await until("another job to be done", async () => {
    const [row] = await database().select().from(jobs).where(eq(jobs.key, "turn"))
    return row?.state === "done"
  })
}
