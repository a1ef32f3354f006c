import type { CacheTag } from "@/db/cache-tags"
import type { CommentStatus } from "@/lib/comments/types"
import { goneOf } from "@/lib/comments/types"

/** A comment before and after a change. */
export type CommentChange = {
  id: number
  /** The comment that its conversation begins with; itself, where it begins one. */
  root: number
  /** Its story's. */
  slug: string
  /** Null for one that was not there. */
  was: CommentStatus | null
  becomes: CommentStatus
  /** Its words are other ones now. */
  edited?: boolean
  /** Approved answers hang on it, so that its place is shown whatever it is. */
  holdsUpReplies?: boolean
}

/**
 * The cache tags of what readers see differently after a change of a comment. Every mutation of comments asks here;
 * a comment that nobody could see, and nobody can see now, leaves every page as it was.
 */
export function tagsOfComment({
  id,
  root,
  slug,
  was,
  becomes,
  edited,
  holdsUpReplies,
}: CommentChange): CacheTag[] {
  const thread: CacheTag[] = [`thread:${slug}`, `conversation:${root}`]
  const [shown, shows] = [was === "approved", becomes === "approved"]
  // Lists tell how many comments a story has.
  if (shown !== shows) return [...thread, `comment:${id}`, `card:${slug}`]
  if (shown) return edited ? [...thread, `comment:${id}`] : []
  const otherWords = was !== null && goneOf[was] !== goneOf[becomes]
  return otherWords && holdsUpReplies ? thread : []
}

/** More comments than this are not told apart: everything under their stories is dropped. */
const mostComments = 100

/** The same for many comments at once. */
export function tagsOfComments(changes: readonly CommentChange[]): CacheTag[] {
  const tags = changes.flatMap(tagsOfComment)
  if (changes.length <= mostComments) return tags
  return tags.flatMap((tag): CacheTag[] => {
    const [kind, slug] = tag.split(":")
    if (kind === "thread") return [tag, `title:${slug}`]
    return kind === "card" ? [tag] : []
  })
}
