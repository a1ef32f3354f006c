import type { CommentMode } from "@/lib/settings/comment-modes"

/** What the buttons that set a story's mode set; `null` is the publication's. */
export const threadModes = { hold_thread: "hold_all", close_thread: "closed", free_thread: null } as const

export type ThreadDecision = keyof typeof threadModes | "undo_thread"

export type StoryThread = {
  /** The story's own mode, null where the publication's holds; and the one that holds now. */
  own: CommentMode | null
  holds: CommentMode
  /** Since when its age has closed it, whatever the mode. */
  closedByAge: Date | null
  /** The change that its mode is owed to. */
  change: { id: number; by: string; at: Date } | null
  /** What this person may do about it. */
  offers: ThreadDecision[]
}
