import "server-only"
import { and, eq, isNotNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { permalinkOf } from "@/lib/comments/thread/pages"

/**
 * Where a comment stands for good, as a path with its mark; null for one that never appeared or whose story is not to be
 * found. For mails, feeds and whatever else has only the id.
 */
export async function findPermalink(id: number): Promise<string | null> {
  const [row] = await database()
    .select({ slug: posts.slug, id: comments.id, position: comments.position, root: rootOf })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, id), isNotNull(comments.position), eq(posts.status, "published")))
  return row ? permalinkOf({ ...row, position: row.position ?? 0 }) : null
}

/** The first comment of a comment's conversation. */
export const rootOf = sql<{ id: number; position: number }>`(
  select json_build_object('id', root.id, 'position', root.position) from comments root where root.id = ${comments}.path[1])`
