import type { QueueItem, QueueName } from "@/lib/moderation/types"
import type { Decision } from "./press"

/** What can be decided about a comment as it stands in this queue. */
export function offersOf(item: QueueItem, queue: QueueName): Decision[] {
  const { status, appeal, denial, standing, reports } = item
  const undo: Decision[] = (denial ?? standing)?.undoable ? ["undo"] : []
  const spam: Decision[] = status === "spam" ? [] : ["spam"]
  if (status === "deleted" || appeal?.own) return []
  if (appeal) return ["grant", "deny", ...spam, ...undo]
  if (isSettled(item, queue)) return undo
  const approve: Decision[] = status !== "approved" || reports.count > 0 ? ["approve"] : []
  const reject: Decision[] = status === "rejected" ? [] : ["reject"]
  return [...approve, ...spam, ...reject, ...undo]
}

/** Whether the comment has left the queue that its card stands in. */
export function isSettled({ status, standing, reports, appeal }: QueueItem, queue: QueueName): boolean {
  if (!standing) return false
  if (queue === "reported") return reports.count === 0 || status === "rejected" || status === "spam"
  if (queue === "appeals") return appeal === null
  return status !== (queue === "waiting" ? "pending" : queue)
}

/** Whether a decision about it is still asked for. */
export function isUndecided(item: QueueItem, queue: QueueName): boolean {
  return !isSettled(item, queue) && offersOf(item, queue).some((decision) => decision !== "undo")
}
