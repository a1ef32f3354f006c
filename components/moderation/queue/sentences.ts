import type { QueueItem, QueueName } from "@/lib/moderation/types"
import { isSettled } from "./offers"
import { type Decision, isAboutThread, type Press } from "./press"
import { threadSentence } from "./thread-sentence"

export const noCard = "No comment has the focus. Press j to go to one."
export const noCards = "There is no comment on this page."
export const nothingLeft = "Nothing left to decide on this page."
export const nothingToUndo = "There is nothing to undo."
export const firstCard = "This is the first comment on the page."
export const lastCard = "This is the last comment on the page."
export const notReached = "That did not reach the site. Try again, or reload the page."

/** Announced when the server has agreed. */
export function announcement(press: Press, before: QueueItem, after: QueueItem): string {
  const { name, standing } = after
  if (isAboutThread(press)) return threadSentence(after.thread)
  const { decision } = press
  if (decision === "take") return `${name}’s comment is yours now.`
  if (decision === "unnote") return "Note taken back."
  if (decision === "blackout") return `Blacked out: words of ${name}’s comment.`
  if (decision === "unblackout") return `Words brought back: ${name}’s comment.`
  if (decision === "deny") return `Appeal denied: ${name}’s comment.`
  if (decision === "undo" && before.denial) return `Denial undone: ${name}’s appeal waits again.`
  return standing ? `${verdicts[standing.verdict]}: ${name}’s comment.` : `Undone: ${name}’s comment.`
}

const verdicts = { approved: "Approved", rejected: "Rejected", spam: "Marked as spam" }

const colleague = "The appeal is against your decision, so a colleague answers it."
const tooSoon = "The appeal is against your decision. You can look again a day after it was sent."

/** Why a key does nothing to the comment that has the focus. */
export function whyNot(decision: Decision, item: QueueItem, queue: QueueName): string {
  if (item.status === "deleted") return "Its author has deleted this comment."
  if (decision === "undo") return "There is nothing to undo about this comment."
  if (item.appeal?.own) return item.appeal.secondLook ? tooSoon : colleague
  if (decision === "deny") return "There is no appeal to deny about this comment."
  if (item.appeal) return "Its author appeals: press a to grant the appeal, or d to deny it."
  if (isSettled(item, queue)) return "This comment is decided. Press u to undo that, or j for the next one."
  return `This comment is ${states[item.status]} already.`
}

const states = { pending: "waiting", approved: "approved", rejected: "rejected", spam: "marked as spam" }
export const changedWhileAsked = "The comment has changed meanwhile. Read it again, then decide."
