import "server-only"
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import type { VerificationLink } from "@/lib/commenters/links"
import { isDisowned, notTheirs } from "@/lib/comments/self-service/disowned"

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
export async function findCommenterOfVerified(commentId: number): Promise<number | null> {
  const [row] = await database()
    .select({ id: commenters.id, provedAt: comments.provedAt })
    .from(comments)
    .innerJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .where(eq(comments.id, commentId))
  return row?.provedAt ? row.id : null
}

/** A comment whose owner is asked whether it is theirs, and what they have said so far; `null` when it is gone. */
export async function getCommentForMail(commentId: number) {
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

/** The same for who comes with a link; `null` also when the link was ended since it was mailed. */
export async function getCommentToVerify(link: VerificationLink | null) {
  if (link === null) return null
  const [owner] = await database()
    .select({ epoch: commenters.epoch })
    .from(comments)
    .innerJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .where(eq(comments.id, link.commentId))
  return owner?.epoch === link.epoch ? getCommentForMail(link.commentId) : null
}

/** So many others are offered beside a comment that is to be proved. */
const mostOthers = 20

/** The newest other comments under a comment's address for which nobody has said yet whether they are theirs. */
export async function listOthersToVerify(commentId: number) {
  const same = alias(comments, "same")
  return database()
    .select({ id: comments.id, title: posts.title, createdAt: comments.createdAt })
    .from(same)
    .innerJoin(comments, eq(comments.emailHash, same.emailHash))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(same.id, commentId),
        ne(comments.id, commentId),
        ne(comments.status, "deleted"),
        isNull(comments.provedAt),
        isNull(comments.staffId),
        sql`not exists (select from audit_events as e
          where e.comment_id = ${comments.id} and e.reason = ${notTheirs})`,
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(mostOthers)
}
