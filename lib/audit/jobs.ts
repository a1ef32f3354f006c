import { chainEvents } from "@/lib/audit/chain"
import { type Steady, steadily } from "@/lib/jobs/steadily"

/** Chains new rows of the log about once a second; asking whether there are any is one look at an index. */
export function startChaining(): Steady {
  return steadily("Chaining the log", 1000, chainEvents)
}
