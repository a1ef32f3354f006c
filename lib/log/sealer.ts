import { type Steady, steadily } from "@/lib/jobs/steadily"
import { sealLog } from "@/lib/log/seal"

/** Chains new rows of the log about once a second; asking whether there are any is one look at an index. */
export function startSealer(): Steady {
  return steadily("Chaining the log", 1000, sealLog)
}
