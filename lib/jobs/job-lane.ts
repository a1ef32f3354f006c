import "server-only"
import { armSchedules } from "@/lib/jobs/arm-schedules"
import { jobsChannel, oldestWaiting, takeDueJob, untilNextJob } from "@/lib/jobs/queue"
import { runJob } from "@/lib/jobs/run-job"
import type { Job, Lane } from "@/lib/jobs/types"

/** A lane of jobs that share their workers: what takes minutes has one of its own, so that nothing waits behind it. */
export function jobLane(
  {
    name,
    concurrency = 1,
    overdueMinutes = 5,
  }: { name: string; concurrency?: number; overdueMinutes?: number },
  ...jobs: readonly Job<unknown>[]
): Lane {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const names = [...byName.keys()]
  return {
    name,
    concurrency,
    wokenBy: { channel: jobsChannel, filter: (kind) => byName.has(kind) },
    longestWait: 60_000,
    overdue: { since: oldestWaiting(names), minutes: overdueMinutes },
    async runDue(stopping) {
      await armSchedules(jobs)
      while (!stopping.aborted) {
        const taken = await takeDueJob(names)
        const job = taken && byName.get(taken.name)
        if (!job) break
        await runJob(job, taken, stopping)
      }
      return untilNextJob(names)
    },
  }
}
