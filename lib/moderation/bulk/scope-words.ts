import { many } from "@/lib/moderation/bulk/messages"
import type { BulkScope } from "@/lib/moderation/bulk/scope-address"
import type { QueueName } from "@/lib/moderation/types"

/** Which comments are meant, in words that name nobody: "Waiting comments by the author of comment 12". */
export function scopeWords(scope: BulkScope): string {
  if (scope.kind === "chosen") return `${many(scope.ids.length, "chosen comment")}`
  if (scope.kind === "older") {
    return `${inQueue[scope.status]} older than ${many(scope.days, "day")}`
  }
  const which = scope.status === null ? "All comments" : inQueue[scope.status]
  return scope.kind === "author"
    ? `${which} by the author of comment ${scope.comment}`
    : `${which} from the network of comment ${scope.comment}, of the same day`
}

const inQueue: Record<QueueName, string> = {
  waiting: "Waiting comments",
  reported: "Reported comments",
  appeals: "Comments with an open appeal",
  approved: "Approved comments",
  rejected: "Rejected comments",
  spam: "Comments in spam",
}
