import { runLanes } from "../../../lib/jobs/run-lanes.ts"
import { mailLane } from "../../../lib/mail/jobs.ts"
import { renderDelivery } from "../../../lib/ops/mail-templates.ts"

// A mail worker alone in a process, for tests that kill it.
await runLanes(mailLane(renderDelivery))
