import type { Staff } from "@/lib/auth/staff"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type StoryThread, threadModes } from "@/lib/moderation/thread-decisions"
import { maySetCommentMode, mayUndoCommentMode } from "@/lib/posts/policy"
import { type CommentMode, closesAt, modeOf } from "@/lib/settings/comment-modes"
import { settingsIn } from "@/lib/settings/queries"

type Shown = {
  story: { status: PostStatus; commentMode: CommentMode | null; publishedAt: Date | null }
  modeChange: { id: number; staffId: number | null; by: string; at: Date; undoable: boolean } | null
  stored: string
}

/** How a story takes comments, and what somebody may do about it from the queue. */
export function threadOf({ story, modeChange, stored }: Shown, staff: Staff): StoryThread {
  const site = settingsIn(stored)
  const closing = closesAt(story, site)
  const closedByAge = closing && closing <= new Date() ? closing : null
  const from = story.commentMode
  const offers = (Object.keys(threadModes) as (keyof typeof threadModes)[]).filter((name) => {
    const to = threadModes[name]
    return to !== from && maySetCommentMode(staff, story, { from, to, site: site.commentMode })
  })
  const undo = modeChange?.undoable && mayUndoCommentMode(staff, modeChange)
  return {
    own: from,
    holds: modeOf(story, site),
    closedByAge,
    change: modeChange && { id: modeChange.id, by: modeChange.by, at: modeChange.at },
    offers: closedByAge ? [] : undo ? [...offers, "undo_thread"] : offers,
  }
}
