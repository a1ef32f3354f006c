import type { QueueCursor } from "@/lib/moderation/queue/cursor"
import type { QueueView } from "@/lib/moderation/queue/url"
import type { QueueName } from "@/lib/moderation/types"

/** Queues that are worked through from their oldest; the others show what came last. */
export function isOldestFirst(queue: QueueName): boolean {
  return queue === "waiting" || queue === "reported" || queue === "appeals"
}

/** Only what still asks for a decision is sorted by risk: of the rest there may be millions, and none is urgent. */
export function canSortByRisk(queue: QueueName): boolean {
  return isOldestFirst(queue)
}

/** The order of a view, for putting one comment into its place. */
export function compareIn({ status, sort }: QueueView): (a: QueueCursor, b: QueueCursor) => number {
  if (sort === "risk" && canSortByRisk(status)) {
    return (a, b) => riskOf(b) - riskOf(a) || a.id - b.id
  }
  return isOldestFirst(status) ? (a, b) => a.id - b.id : (a, b) => b.id - a.id
}

/** Below every number, and never subtracted from itself as an infinity. */
function riskOf({ score }: QueueCursor): number {
  return score ?? -Number.MAX_VALUE / 4
}
