import "server-only"
import type { Transaction } from "@/db/client"
import type { CommentStatus } from "@/lib/comments/decisions"

/** A comment that was decided about, or whose decision was taken back. */
export type DecidedComment = {
  id: number
  fromStatus: CommentStatus
  toStatus: CommentStatus
  undone: boolean
}

/** What follows from many decisions at once, in their transaction: after the comments, before the events. */
export async function afterDecisions(_tx: Transaction, _decided: readonly DecidedComment[]): Promise<void> {}
