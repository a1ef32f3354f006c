import { runLanes } from "../../../lib/jobs/run-lanes.ts"
import { endlessLane } from "./endless-job.ts"

// A worker alone in a process, for a test that kills it.
await runLanes(endlessLane(() => new Promise(() => {})))
