import type { CommentMode } from "@/lib/settings/comment-modes"

type Story = { status: string; mode: CommentMode }

export type StoryRefusal = "story-gone" | "closed"

/** Whether a story takes comments, or why not. A story that readers cannot find takes none. */
export function takesComments(story: Story | undefined): { ok: true } | { ok: false; reason: StoryRefusal } {
  if (story?.status !== "published") return { ok: false, reason: "story-gone" }
  if (story.mode === "closed") return { ok: false, reason: "closed" }
  return { ok: true }
}

/** How long an author may change what they said. */
export const editMinutes = 15

/** Whether its author may still change a comment; moderators' decisions stand. */
export function canEdit(comment: { status: string; createdAt: Date }, now: Date = new Date()): boolean {
  const open = comment.status === "pending" || comment.status === "approved"
  return open && now.getTime() - comment.createdAt.getTime() < editMinutes * 60_000
}

/** Ids in a path: the array is copied to every reply, so it may not grow without end. */
export const maxDepth = 60

/** The comment that a reply is put under: the one it answers, or for a very deep one its nearest ancestor with room. */
export function attachmentPath(parentPath: number[]): number[] {
  return parentPath.slice(0, maxDepth - 1)
}
