import type { SQL } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"

/** Work whose rows become due at some time: those of a domain's own table, or the jobs of some kinds. */
export type Lane = {
  /** A noun, as operators and editors read it when the work is overdue. */
  name: string
  /** How many rows each instance works on at once; 1 unless given. */
  concurrency?: number
  /** A NOTIFY on this channel says that something may be due; `filter` leaves out payloads after which nothing is. */
  wokenBy?: { channel: string; filter?: (payload: string) => boolean }
  /** Looks again after this many milliseconds in any case: a notification can be lost. */
  longestWait: number
  /** At least this many milliseconds lie between two runs, so that what arrives in numbers is done together. */
  shortestWait?: number
  /** SQL for the moment since which the oldest row waits that nobody works on, and how many minutes it may. */
  overdue?: { since: SQL; minutes: number }
  /**
   * Does what is due, until nothing is left or the signal is aborted. Others do the same at the same time.
   * @returns milliseconds until something is due, or null when nothing waits
   */
  runDue(stopping: AbortSignal): Promise<number | null>
}

/** What a job is enqueued by; it can stand apart from the work, which may need much more code. */
export type JobKind<Input> = {
  /** Domain and verb, as in `posts.publish`. Rows carry it, so it never changes. */
  name: string
  input: z.ZodType<Input>
}

/**
 * A kind of job and its work. After a crash the work runs again: either that does no harm, or it calls `run.done` in the
 * transaction of its effect. When it rejects, that is logged, and the job is tried again.
 */
export type Job<Input> = JobKind<Input> & {
  schedule?: Schedule
  /** Seconds until each further try; after the last one the job has failed. A scheduled job waits for its next time. */
  retryAfter?: readonly number[]
  /** After so many minutes the signal is aborted, and others may take the job; 15 unless given. */
  longestMinutes?: number
  work(input: Input, run: Run): Promise<unknown>
}

/** Five fields of cron, or six with the seconds first, by the clocks of a time zone. */
export type Schedule = { cron: string; timeZone: () => string | Promise<string> }

export type Run = {
  /** Aborted when the app stops (the job is taken up again later), the lease is lost, or the job takes too long. */
  signal: AbortSignal
  progress(done: number, total: number): Promise<void>
  /**
   * Marks the job as done in the transaction of its effect, so that the effect happens once.
   * @throws when another worker has taken the job meanwhile, which rolls the transaction back
   */
  done(tx: Transaction): Promise<void>
}
