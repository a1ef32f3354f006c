import "server-only"
import { transaction } from "@/db/transaction"
import { type Steady, steadily } from "@/lib/jobs/steadily"
import { untilNextReport } from "@/lib/moderation/transparency/shape"

/** Has the report made anew once another day is over; longer sleeps than an hour would trust the clock too far. */
export function renewReport(): Steady {
  const pause = () => Math.min(untilNextReport(new Date()) + 100, 3_600_000)
  return steadily("Renewing the report", pause, () =>
    transaction(async (_, changed) => {
      changed("report")
    }),
  )
}
