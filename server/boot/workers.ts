import { startChaining } from "../../lib/audit/jobs.ts"
import { steadily } from "../../lib/jobs/steadily.ts"
import { startMailWorker } from "../../lib/mail/worker.ts"
import { startDigests } from "../../lib/moderation/digest/jobs.ts"
import { renewReport } from "../../lib/moderation/transparency/jobs.ts"
import { renderDelivery } from "../../lib/ops/mail-templates.ts"
import { tidy, tidyEvery } from "../../lib/ops/tidy.ts"
import { startClosings } from "../../lib/settings/closing.ts"

/** Starts what is done in the background. Any number of instances may; `stop` resolves when all of it is at rest. */
export async function startWorkers(): Promise<{ stop(): Promise<void> }> {
  const mail = await startMailWorker(renderDelivery)
  const workers = [
    mail,
    startChaining(),
    startDigests(),
    renewReport(),
    steadily("tidying", tidyEvery, tidy),
    await startClosings(),
  ]
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
