import "server-only"
import type { Queryable } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { currentModeChange } from "@/lib/posts/mode-changes"
import { storedSettings } from "@/lib/settings/queries"

/** The change that the mode of a comment's story is owed to. */
export function modeChangeJoin(db: Queryable) {
  return currentModeChange(db, posts.id).as("mode_change")
}

/** Of the story that a comment stands under, and of the change that its mode is owed to. */
export function storyColumns({ id, staffId, by, at, undoable }: ReturnType<typeof modeChangeJoin>) {
  const { slug, title, commentMode, publishedAt, status } = posts
  return {
    post: { id: posts.id, slug, title },
    story: { commentMode, publishedAt, status },
    stored: storedSettings,
    modeChange: { id, staffId, by, at, undoable },
  }
}
