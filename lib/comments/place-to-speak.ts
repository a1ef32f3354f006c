import "server-only"
import { and, eq, ne, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { postSlugs, posts } from "@/db/schema/posts"
import { maxDepth } from "@/lib/comments/policy"

type Said = { story: string; replyTo: number | null; emailHash: Buffer; fingerprint: Buffer }

/**
 * Everything that deciding about a new comment needs, in one query: the story (also under an old slug),
 * the comment it answers, whether the same was said before here or elsewhere, and the number it would get.
 * Undefined when there is no such story.
 */
export async function findPlaceToSpeak({ story, replyTo, emailHash, fingerprint }: Said) {
  // Deep replies are put under an ancestor with room (attachmentPath), so that is where they were said.
  const under = sql`coalesce(${parent.path}[least(cardinality(${parent.path}), ${maxDepth - 1}::int)], 0)`
  const [row] = await database()
    .select({
      nextId: sql`nextval(pg_get_serial_sequence('comments', 'id'))`.mapWith(Number),
      post: {
        id: posts.id,
        slug: posts.slug,
        status: posts.status,
        commentMode: posts.commentMode,
        publishedAt: posts.publishedAt,
      },
      parent: { path: parent.path, status: parent.status },
      saidHere: sql<string | null>`(
        select id from comments as same
        where same.post_id = ${posts.id} and coalesce(same.parent_id, 0) = ${under}
          and same.fingerprint = ${fingerprint} and same.status <> 'deleted')`,
      saidElsewhere: sql<string | null>`(
        select id from comments as same
        where same.email_hash = ${emailHash} and same.created_at > now() - interval '1 day'
          and same.fingerprint = ${fingerprint} and same.status <> 'deleted'
        limit 1)`,
    })
    .from(posts)
    .leftJoin(parent, and(eq(parent.postId, posts.id), eq(parent.id, replyTo ?? 0)))
    .where(
      sql`${posts.id} = coalesce(
        (select id from posts where slug = ${story}),
        (select ${postSlugs.postId} from ${postSlugs} where ${postSlugs.slug} = ${story}))`,
    )
  return row && { ...row, saidHere: number(row.saidHere), saidElsewhere: number(row.saidElsewhere) }
}

/** Another comment by the same person with the same words in the last day, or `null`. */
export async function findSameWords(
  db: Queryable,
  { emailHash, fingerprint, except }: { emailHash: Buffer; fingerprint: Buffer; except: number },
): Promise<number | null> {
  const [same] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.emailHash, emailHash),
        eq(comments.fingerprint, fingerprint),
        ne(comments.id, except),
        ne(comments.status, "deleted"),
        sql`${comments.createdAt} > now() - interval '1 day'`,
      ),
    )
    .limit(1)
  return same?.id ?? null
}

const parent = alias(comments, "parent")

function number(id: string | null): number | null {
  return id === null ? null : Number(id)
}
