import "server-only"
import { and, eq, ne, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { posts } from "@/db/schema/posts"
import type { CommentMode } from "@/lib/comments/screening/modes"
import { maxDepth } from "@/lib/comments/writing/policy"

export type Said = { story: string; replyTo: number | null; emailHash: Buffer; fingerprint: Buffer }

/** Where somebody wants to speak, as `placeToSpeak` reads it. */
export type PlaceToSpeak = {
  nextId: number
  post: {
    id: number
    slug: string
    status: (typeof posts.$inferSelect)["status"]
    commentMode: CommentMode | null
    publishedAt: string | null
  }
  parent: { path: number[]; status: (typeof comments.$inferSelect)["status"] } | null
  saidHere: number | null
  saidElsewhere: number | null
}

/**
 * Everything about the place that deciding about a new comment needs, as one JSON value for a query that asks for other
 * things too: the story (also under an old slug), the comment it answers, whether the same was said before here or
 * elsewhere, and the number it would get. Null when there is no such story.
 */
export function placeToSpeak({ story, replyTo, emailHash, fingerprint }: Said): SQL {
  return sql`(
    select json_build_object(
      'nextId', nextval(pg_get_serial_sequence('comments', 'id')),
      'post', json_build_object('id', post.id, 'slug', post.slug, 'status', post.status,
        'commentMode', post.comment_mode, 'publishedAt', post.published_at),
      'parent', case when parent.id is not null then json_build_object('path', parent.path, 'status', parent.status) end,
      'saidHere', (
        select id from comments as same
        where same.post_id = post.id and same.fingerprint = ${fingerprint} and same.status <> 'deleted'
          -- Deep replies are put under an ancestor with room (attachmentPath), so that is where they were said.
          and coalesce(same.parent_id, 0)
            = coalesce(parent.path[least(cardinality(parent.path), ${maxDepth - 1}::int)], 0)),
      'saidElsewhere', (
        select id from comments as same
        where same.email_hash = ${emailHash} and same.created_at > now() - interval '1 day'
          and same.fingerprint = ${fingerprint} and same.status <> 'deleted'
        limit 1))
    from posts as post
    left join comments as parent on parent.post_id = post.id and parent.id = ${replyTo ?? 0}
    where post.id = coalesce(
      (select id from posts where slug = ${story}),
      (select post_id from post_slugs where slug = ${story})))`
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
