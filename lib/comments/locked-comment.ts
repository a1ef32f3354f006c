import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"

/** A comment whole, with what its story says about it, locked against every other change but that replies to it are written (they need its key only); undefined when there is none. */
export async function lockComment(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      comment: comments,
      post: {
        slug: posts.slug,
        status: posts.status,
        commentMode: posts.commentMode,
        publishedAt: posts.publishedAt,
      },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, id))
    .for("no key update", { of: comments })
  return row
}

/** Where a locked comment stands, as its cache tags name it. */
export function tagSubjectOf({ comment, post }: NonNullable<Awaited<ReturnType<typeof lockComment>>>) {
  return { id: comment.id, root: comment.path[0] ?? comment.id, slug: post.slug }
}
