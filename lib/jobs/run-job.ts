import "server-only"
import { database } from "@/db/client"
import { releaseJob, renewEvery, renewLease, settleDone, settleFailed, type TakenJob } from "@/lib/jobs/queue"
import { nextTime } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { withoutEmails } from "@/lib/text/without-emails"

/** Seconds until each further try: six hours and a half in all. */
const usualRetries = [10, 60, 300, 1800, 7200, 14_400]

/** Does the work of a taken job and settles it. */
export async function runJob(job: Job<unknown>, taken: TakenJob, stopping: AbortSignal): Promise<void> {
  const { retryAfter = usualRetries } = job
  // By the later of two clocks: the same time is not the next one.
  const now = new Date(Math.max(Date.now(), taken.dueAt.getTime()))
  const next = taken.schedule === null ? null : nextTime(taken.schedule, now)
  if (!next && taken.attempts > retryAfter.length + 1) {
    await settleFailed(taken, "The app stopped each time it was working on this.", null)
    return
  }
  const lease = keepLease(job, taken, stopping)
  try {
    const work = job.work(job.input.parse(taken.input), {
      signal: lease.signal,
      async progress(progressDone, progressTotal) {
        await renewLease(taken, { progressDone, progressTotal })
      },
      async done(tx) {
        if (!(await settleDone(tx, taken, next))) throw new Error("Another worker has taken this job.")
      },
    })
    await withinGrace(work, lease.signal)
    await settleDone(database(), taken, next)
  } catch (error) {
    if (stopping.aborted) return await releaseJob(taken)
    const reason = withoutEmails(String(error))
    console.error(`Job ${taken.name} failed: ${reason}`)
    const seconds = retryAfter[taken.attempts - 1]
    const retry = seconds === undefined ? null : new Date(Date.now() + seconds * 1000)
    await settleFailed(taken, reason, next && (!retry || next < retry) ? next : retry)
  } finally {
    lease.release()
  }
}

/** So long work that was told to end may take for it, in milliseconds; then neither its lane nor a stop waits any longer. */
const grace = 15_000

async function withinGrace(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const start = () => {
      timer = setTimeout(reject, grace, new Error("It did not end when it was told to."))
    }
    if (signal.aborted) start()
    else signal.addEventListener("abort", start, { once: true })
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Renews the lease until it is released, the signal is aborted, or somebody else has the job. */
function keepLease({ longestMinutes = 15 }: Job<unknown>, taken: TakenJob, stopping: AbortSignal) {
  const lease = new AbortController()
  const abort = () => lease.abort()
  const limit = setTimeout(abort, longestMinutes * 60_000)
  const renewing = setInterval(async () => {
    // The database is away: the next turn tells.
    const ours = await renewLease(taken).catch(() => true)
    if (!ours) abort()
  }, renewEvery)
  lease.signal.addEventListener("abort", () => !stopping.aborted && clearInterval(renewing))
  stopping.addEventListener("abort", abort)
  if (stopping.aborted) abort()
  return {
    signal: lease.signal,
    release() {
      clearTimeout(limit)
      clearInterval(renewing)
      stopping.removeEventListener("abort", abort)
    },
  }
}
