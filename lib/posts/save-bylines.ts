import "server-only"
import { and, eq, ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { postBylines, posts } from "@/db/schema/posts"
import { type StoredByline, writersOf } from "@/lib/posts/bylines"

/** Whom `posts.author_id` names: the first byline of words, or else the first. */
export function firstWriter(bylines: readonly StoredByline[]): number {
  const [first] = writersOf(bylines)
  if (!first) throw new Error("A story has a byline.")
  return first.authorId
}

/** Replaces the bylines of a story; never by none. */
export async function saveBylines(
  tx: Transaction,
  postId: number,
  bylines: readonly StoredByline[],
): Promise<void> {
  const authorId = firstWriter(bylines)
  await tx
    .update(posts)
    .set({ authorId })
    .where(and(eq(posts.id, postId), ne(posts.authorId, authorId)))
  await tx.delete(postBylines).where(eq(postBylines.postId, postId))
  await tx
    .insert(postBylines)
    .values(bylines.map(({ authorId, part }, position) => ({ postId, authorId, part, position })))
}
