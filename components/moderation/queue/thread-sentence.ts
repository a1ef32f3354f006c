import type { StoryThread } from "@/lib/moderation/thread-decisions"
import type { CommentMode } from "@/lib/settings/comment-modes"

/** "Comments on this story: held for a moderator." */
export function threadSentence(thread: StoryThread | null): string {
  if (!thread) return "Readers do not see this story."
  const { own, holds, closedByAge } = thread
  const bySite = own === null && !closedByAge ? ", by the site’s setting" : ""
  return `Comments on this story: ${closedByAge ? "closed by its age" : words[holds]}${bySite}.`
}

const words: Record<CommentMode, string> = {
  open: "open",
  hold_first: "held the first time somebody writes",
  hold_unverified: "held until an address is proved",
  hold_all: "held for a moderator",
  closed: "closed",
}
