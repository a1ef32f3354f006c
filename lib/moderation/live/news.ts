import type { CommentStatus } from "@/lib/comments/types"
import type { QueueName, Shown } from "@/lib/moderation/types"

/** What an open desk needs to know of a comment that something happened to: no word that its author typed. */
export type Change = {
  id: number
  status: CommentStatus
  /** The newest thing that happened to it: an older change says nothing new. */
  event: number
  reported: boolean
  /** Whether its author's appeal waits for an answer. */
  appealed: boolean
  standing: Shown | null
  /** Who has it open, and their number, so that nobody is told of themselves. */
  open: { staffId: number; by: string } | null
}

/** One message of the stream. `all`: more has happened than can be told, so a look anew is worth while. */
export type LiveNews = { counts: Record<QueueName, number>; changes: Change[]; all: boolean }

export const liveAddress = "/desk/comments/live"
