import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { jobs } from "@/db/schema/jobs"
import { notifyJobs } from "@/lib/jobs/queue"
import type { JobKind } from "@/lib/jobs/types"

type Enqueued<Input> = {
  /** Never an address. */
  input: Input
  /** The same key again is the same job as long as that is queued, with the new input and time. */
  key?: string
  /** Now unless given. */
  runAt?: Date
}

/** Enqueues a job in the caller's transaction; workers hear of it at commit. */
export async function enqueue<Input>(
  tx: Transaction,
  { name, input: schema }: JobKind<Input>,
  { input, key, runAt }: Enqueued<Input>,
): Promise<void> {
  await tx
    .insert(jobs)
    .values({ name, key, input: schema.parse(input), dueAt: runAt ?? sql`now()` })
    .onConflictDoUpdate({
      target: [jobs.name, jobs.key],
      targetWhere: sql`state = 'queued'`,
      set: { input: sql`excluded.input`, dueAt: sql`excluded.due_at`, attempts: 0 },
    })
  await notifyJobs(tx, name)
}

/** Takes a job out of the queue in the caller's transaction. One that runs meanwhile cannot call `done` any more. */
export async function cancelJob(tx: Transaction, { name }: { name: string }, key: string): Promise<void> {
  await tx.delete(jobs).where(and(eq(jobs.name, name), eq(jobs.key, key), eq(jobs.state, "queued")))
}

/** Takes out what was done; what has failed stays longer, for a person. */
export async function forgetOldJobs(): Promise<void> {
  await database().execute(sql`
    delete from jobs where (state = 'done' and settled_at < now() - interval '7 days')
      or (state = 'failed' and settled_at < now() - interval '90 days')`)
}
