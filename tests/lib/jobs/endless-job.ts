import { z } from "zod"
import { jobLane } from "../../../lib/jobs/job-lane.ts"
import type { Job } from "../../../lib/jobs/types.ts"

/** A kind of job that a child process begins and never ends, and whoever runs this lane does instead. */
export const endless = { name: "tests.endless", input: z.object({}) }

export function endlessLane(work: Job<unknown>["work"]) {
  return jobLane({ name: "endless" }, { ...endless, work })
}
