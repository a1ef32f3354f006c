import { startMailWorker } from "../../../lib/mail/worker.ts"

// A mail worker alone in a process, for tests that kill it.
await startMailWorker()
