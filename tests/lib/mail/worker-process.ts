import { startMailWorker } from "../../../lib/mail/worker.ts"
import { renderDelivery } from "../../../lib/ops/mail-templates.ts"

// A mail worker alone in a process, for tests that kill it.
await startMailWorker(renderDelivery)
