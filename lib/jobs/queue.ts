import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { texts } from "@/db/lists"
import { jobs } from "@/db/schema/jobs"

/** The channel of NOTIFY; the payload is the name of a kind of job. */
export const jobsChannel = "jobs"

/** So long the job of a killed worker waits; a living one renews its lease. */
const leaseSeconds = 60
export const renewEvery = (leaseSeconds * 1000) / 4

export type TakenJob = Pick<
  typeof jobs.$inferSelect,
  "id" | "name" | "input" | "schedule" | "dueAt" | "lease" | "attempts"
>

/** Takes the next due job of some kinds under a lease. */
export async function takeDueJob(names: readonly string[]): Promise<TakenJob | null> {
  const due = database()
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(waiting(names), sql`${jobs.dueAt} <= now()`))
    .orderBy(jobs.dueAt, jobs.id)
    .limit(1)
    .for("update", { skipLocked: true })
  const { id, name, input, schedule, dueAt, lease, attempts } = jobs
  const [row] = await database()
    .update(jobs)
    .set({
      attempts: sql`${jobs.attempts} + 1`,
      lease: sql`${jobs.lease} + 1`,
      leasedUntil: inSeconds(leaseSeconds),
    })
    // Not `in`: under some plans that asks the subquery again for each row, and takes more than the one.
    .where(eq(jobs.id, sql`(${due})`))
    .returning({ id, name, input, schedule, dueAt, lease, attempts })
  return row ?? null
}

/** Milliseconds until a job of some kinds is due or a lease on one runs out; null when nothing waits. */
export async function untilNextJob(names: readonly string[]): Promise<number | null> {
  const [row] = await database().execute<{ ms: number | null }>(sql`
    select extract(epoch from min(greatest(due_at, leased_until)) - now())::float8 * 1000 as ms
    from jobs where state = 'queued' and name in ${texts(names)}`)
  return row?.ms ?? null
}

/** Since when the oldest due job of some kinds waits for a worker. */
export function oldestWaiting(names: readonly string[]): SQL {
  return sql`(select min(greatest(due_at, leased_until)) from jobs where ${waiting(names)})`
}

/** Renews a lease, and writes down progress where given. Answers whether the job is still the worker's. */
export function renewLease(
  job: TakenJob,
  progress?: { progressDone: number; progressTotal: number },
): Promise<boolean> {
  return update(database(), job, { leasedUntil: inSeconds(leaseSeconds), ...progress })
}

/** A scheduled job waits for its next time; any other is done, unless it was enqueued again while it ran. */
export function settleDone(db: Queryable, job: TakenJob, next: Date | null): Promise<boolean> {
  if (next)
    return update(db, job, {
      leasedUntil: null,
      lastError: "",
      failingSince: null,
      attempts: 0,
      dueAt: unlessMoved(job, next),
    })
  return update(db, job, { leasedUntil: null, lastError: "", ...over("done") })
}

/** @param retry when the job is tried again; null for a job that has failed for good */
export function settleFailed(job: TakenJob, lastError: string, retry: Date | null): Promise<boolean> {
  const at = retry && unlessAgain(unlessMoved(job, retry), jobs.dueAt)
  const failingSince = sql`coalesce(${jobs.failingSince}, now())`
  return update(database(), job, {
    leasedUntil: null,
    lastError,
    failingSince,
    ...(at ? { dueAt: at } : over("failed")),
  })
}

/** Gives back a job that was not finished, as if it had not been tried. */
export async function releaseJob(job: TakenJob): Promise<void> {
  await update(database(), job, { leasedUntil: null, attempts: sql`greatest(${jobs.attempts} - 1, 0)` })
  await notifyJobs(database(), job.name)
}

export async function notifyJobs(db: Queryable, name: string): Promise<void> {
  await db.execute(sql`select pg_notify(${jobsChannel}, ${name})`)
}

async function update(db: Queryable, { id, lease }: TakenJob, set: object): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set(set)
    .where(and(eq(jobs.id, id), eq(jobs.lease, lease), eq(jobs.state, "queued")))
    .returning({ id: jobs.id })
  return rows.length > 0
}

function waiting(names: readonly string[]): SQL {
  return sql`${jobs.state} = 'queued' and ${jobs.name} in ${texts(names)}
    and (${jobs.leasedUntil} is null or ${jobs.leasedUntil} < now())`
}

function over(state: "done" | "failed") {
  return {
    state: unlessAgain(sql`${state}::job_state`, jobs.state),
    settledAt: unlessAgain(sql`now()`, jobs.settledAt),
  }
}

/** What was enqueued again while it ran stays in the queue as it was enqueued. */
function unlessAgain(value: SQL, asItIs: unknown): SQL {
  return sql`case when ${jobs.attempts} = 0 then ${asItIs} else ${value} end`
}

/** Where the schedule was changed while the job ran, the row has the time of the new one already. */
function unlessMoved({ schedule }: TakenJob, next: Date): SQL {
  return sql`case when ${jobs.schedule} is distinct from ${schedule}::text then ${jobs.dueAt} else ${next.toISOString()}::timestamptz end`
}

function inSeconds(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`
}
