import type { Batch } from "@/lib/moderation/bulk/batches"
import type { BulkScope } from "@/lib/moderation/bulk/input"
import { type LeftAlone, type LeftFor, leftFor } from "@/lib/moderation/bulk/policy"
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

/** "412 comments were marked as spam." */
export function doneSentence({ action, decided }: Pick<Batch, "action" | "decided">): string {
  if (action === "banned") {
    const ban = "The ban stands."
    return decided === 0 ? ban : `${ban} ${were(decided)} marked as spam with it.`
  }
  if (action === "ban_lifted") return "The ban has ended."
  const done = action === "approved" ? "approved" : action === "rejected" ? "rejected" : "marked as spam"
  return `${were(decided)} ${done}.`
}

/** "Taken back: 410 comments are as they were before." */
export function undoneSentence({
  action,
  restored,
  decided,
}: Pick<Batch, "action" | "restored" | "decided">): string {
  const are = `${many(restored, "comment")} ${restored === 1 ? "is as it was" : "are as they were"} before`
  if (action === "ban_lifted") return "The ban stands again."
  if (action === "banned")
    return decided === 0 ? "The ban was taken back." : `The ban was taken back, and ${are}.`
  return `Taken back: ${are}.`
}

/** A sentence for each cause for which comments were left as they are. */
export function leftSentences(left: LeftAlone): string[] {
  return leftFor.filter((key) => left[key] > 0).map((key) => leftSentence(key, left[key]))
}

function leftSentence(key: LeftFor, count: number): string {
  const alone = `${count} ${count === 1 ? "was" : "were"}`
  return {
    already: `${alone} so already.`,
    edited: `${alone} left alone: ${count === 1 ? "its author" : "their authors"} changed the text meanwhile.`,
    decided: `${alone} left alone: somebody decided otherwise meanwhile.`,
    appealed: `${alone} left alone: ${count === 1 ? "its author has" : "their authors have"} appealed, and a person answers that.`,
    open: `${alone} left alone: a colleague has ${count === 1 ? "it" : "them"} open.`,
    deleted: `${alone} left alone: ${count === 1 ? "its author" : "their authors"} deleted ${count === 1 ? "it" : "them"}.`,
    gone: `${alone} no longer there.`,
  }[key]
}

function were(count: number): string {
  return `${many(count, "comment")} ${count === 1 ? "was" : "were"}`
}

/** "1 comment", "1,204 comments". */
export function many(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`
}

/** The same everywhere, whatever locale the server or the browser has. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
