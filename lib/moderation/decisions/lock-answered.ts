import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"

export type AnsweredComment = NonNullable<Awaited<ReturnType<typeof lockAnswered>>>

/** The comment that is being answered, and the number for its answer. Nobody takes it off the page meanwhile. */
export async function lockAnswered(tx: Transaction, commentId: number) {
  const [parent] = await tx
    .select({
      path: comments.path,
      status: comments.status,
      postId: comments.postId,
      slug: posts.slug,
      published: sql<boolean>`${posts.status} = 'published'`,
      nextId: sql`nextval(pg_get_serial_sequence('comments', 'id'))`.mapWith(Number),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, commentId))
    .for("share", { of: comments })
  return parent
}
