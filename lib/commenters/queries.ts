import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { isDisowned } from "@/lib/comments/own/proved"

/** What may be known of an address by who has a link that was mailed there; the address is not part of it. */
export async function getCommenter(id: number | null) {
  if (id === null) return null
  const [row] = await database()
    .select({
      id: commenters.id,
      epoch: commenters.epoch,
      provedAt: commenters.provedAt,
      mailStoppedAt: commenters.mailStoppedAt,
    })
    .from(commenters)
    .where(eq(commenters.id, id))
  return row ?? null
}

/** The commenter of a proved comment: whoever has its author's page may speak for the address. */
export async function findCommenterOfProved(commentId: number): Promise<number | null> {
  const [row] = await database()
    .select({ id: commenters.id, provedAt: comments.provedAt })
    .from(comments)
    .innerJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .where(eq(comments.id, commentId))
  return row?.provedAt ? row.id : null
}

/** A comment whose owner is asked whether it is theirs, and what they have said so far; `null` when it is gone. */
export async function getCommentToProve(commentId: number | null) {
  if (commentId === null) return null
  const [row] = await database()
    .select({
      id: comments.id,
      status: comments.status,
      version: comments.version,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      createdAt: comments.createdAt,
      provedAt: comments.provedAt,
      post: { slug: posts.slug, title: posts.title },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, commentId))
  if (!row || row.status === "deleted") return null
  const disowned = !row.provedAt && (await isDisowned(database(), commentId))
  return { ...row, said: row.provedAt ? ("yes" as const) : disowned ? ("no" as const) : null }
}
