import "server-only"
import { and, eq, exists, gt, lt, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { lockComments } from "@/lib/comments/locks"

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

/** What a decision has to know of its comment. */
export type LockedComment = NonNullable<Awaited<ReturnType<typeof lockForDecision>>>

/** Locks a comment for a decision. The lock lets replies be written meanwhile (they need the row's key only), and no other decision. */
export async function lockForDecision(tx: Transaction, id: number) {
  // Its conversation before it, as those who decide about many lock them.
  await lockComments(tx, [id])
  const reply = alias(comments, "reply")
  const shownReplies = tx
    .select({ id: reply.id })
    .from(reply)
    .where(
      and(
        eq(reply.postId, comments.postId),
        eq(reply.status, "approved"),
        gt(reply.path, comments.path),
        lt(reply.path, sql`${comments.path} || ${maxId}::bigint`),
      ),
    )
  const [row] = await tx
    .select({
      id: comments.id,
      status: comments.status,
      version: comments.version,
      root: sql`${comments.path}[1]`.mapWith(Number),
      slug: posts.slug,
      holdsUpReplies: sql<boolean>`${exists(shownReplies)}`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, id))
  return row
}

const maxId = "9223372036854775807"
