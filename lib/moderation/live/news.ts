import type { CommentStatus } from "@/lib/comments/types"
import type { QueueCounts } from "@/lib/moderation/types"

/** What an open desk is told of a comment that changed: enough to see whether its card is out of date. */
export type Change = {
  id: number
  status: CommentStatus
  version: number
  /** The newest event, the open reports and the newest note. */
  event: number
  reports: number
  note: number
  /** Whether its author's appeal waits for an answer. */
  appealed: boolean
  /** Who has it open, and their number, so that nobody is told of themselves. */
  open: { staffId: number; by: string } | null
}

/** One message of the stream. `all`: more has changed than can be listed. */
export type LiveNews = { counts: QueueCounts; changes: Change[]; all: boolean }

/** The stream of news. `since` names the newest event that the page has seen. */
export const liveAddress = "/desk/comments/live"
