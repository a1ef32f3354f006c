// Publishes what is due far ahead in a process of its own, which a test kills meanwhile.
import { sql } from "drizzle-orm"
import { runLanes } from "../../../../lib/jobs/run-lanes.ts"
import { publishingLane } from "../../../../lib/posts/dates/jobs.ts"

await runLanes(publishingLane(() => sql`'2040-01-01'::timestamptz`))
