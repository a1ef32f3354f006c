import "server-only"
import type { Transaction } from "@/db/client"
import type { CommentStatus } from "@/lib/comments/decisions"
import { queueReplyMail } from "@/lib/comments/reply-mail"

/** A comment that was decided about, or whose decision was taken back. */
export type DecidedComment = {
  id: number
  fromStatus: CommentStatus
  toStatus: CommentStatus
  undone: boolean
}

/** What follows from many decisions at once, in their transaction: after the comments, before the events. */
export async function afterDecisions(tx: Transaction, decided: readonly DecidedComment[]): Promise<void> {
  const appeared = decided.filter(
    ({ fromStatus, toStatus }) => toStatus === "approved" && fromStatus !== "approved",
  )
  await queueReplyMail(tx, ...appeared.map(({ id }) => id))
}
