import "server-only"
import { and, eq, ne, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { byteList } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { posts } from "@/db/schema/posts"
import { maxDepth } from "@/lib/comments/policy"
import type { CommentMode } from "@/lib/settings/comment-modes"

export type CommentAttempt = {
  story: string
  replyTo: number | null
  emailHash: Buffer
  fingerprint: Buffer
  /** The fingerprint of the same words from this network alone. */
  fingerprintHere: Buffer
}

/** The same words said before: from which network, in hexadecimal, and whether readers could ever see them. */
export type EarlierComment = { id: number; network: string | null; shown: boolean }

/** Where somebody wants to speak, as `commentContext` reads it. */
export type CommentContext = {
  nextId: number
  post: {
    id: number
    slug: string
    status: (typeof posts.$inferSelect)["status"]
    commentMode: CommentMode | null
    publishedAt: string | null
  }
  parent: { path: number[]; status: (typeof comments.$inferSelect)["status"] } | null
  saidHere: EarlierComment | null
  saidElsewhere: Pick<EarlierComment, "id" | "network"> | null
  /** When the settings were saved last, as the database writes it. */
  settingsAt: string | null
}

/**
 * Everything about the place that deciding about a new comment needs, as one JSON value for a query that asks for other
 * things too: the story (also under an old slug), the comment it answers, whether the same was said before here or
 * elsewhere, and the number it would get. Null when there is no such story.
 */
export function commentContext({
  story,
  replyTo,
  emailHash,
  fingerprint,
  fingerprintHere,
}: CommentAttempt): SQL {
  return sql`(
    select json_build_object(
      'nextId', nextval(pg_get_serial_sequence('comments', 'id')),
      'post', json_build_object('id', post.id, 'slug', post.slug, 'status', post.status,
        'commentMode', post.comment_mode, 'publishedAt', post.published_at),
      'parent', case when parent.id is not null then json_build_object('path', parent.path, 'status', parent.status) end,
      'saidHere', (
        select json_build_object('id', same.id, 'network', encode(same.network_hash, 'hex'),
          'shown', same.status = 'approved' or exists (
            select from audit_events as e where e.comment_id = same.id and e.to_status = 'approved'))
        from comments as same
        where same.post_id = post.id and same.fingerprint in (${fingerprint}, ${fingerprintHere})
          and same.status <> 'deleted'
          -- Deep replies are put under an ancestor with room (attachmentPath), so that is where they were said.
          and coalesce(same.parent_id, 0)
            = coalesce(parent.path[least(cardinality(parent.path), ${maxDepth - 1}::int)], 0)
        order by same.fingerprint = ${fingerprintHere} desc limit 1),
      'saidElsewhere', (
        select json_build_object('id', same.id, 'network', encode(same.network_hash, 'hex'))
        from comments as same
        where same.email_hash = ${emailHash} and same.created_at > now() - interval '1 day'
          and same.fingerprint in (${fingerprint}, ${fingerprintHere}) and same.status <> 'deleted'
        order by same.fingerprint = ${fingerprintHere} desc limit 1),
      'settingsAt', (select max(updated_at)::text from settings))
    from posts as post
    left join comments as parent on parent.post_id = post.id and parent.id = ${replyTo ?? 0}
    where post.id = coalesce(
      (select id from posts where slug = ${story}),
      (select post_id from post_slugs where slug = ${story})))`
}

type Edited = {
  id: number
  postId: number
  parentId: number | null
  emailHash: Buffer
  /** Those under which the words may have been kept. */
  fingerprints: Buffer[]
}

/**
 * Another comment under the same address with the same words: in the same place, or anywhere in the last day; or `null`.
 * That in the same place comes first.
 */
export async function findSameWords(db: Queryable, edited: Edited) {
  const { id, postId, parentId, emailHash, fingerprints } = edited
  const inPlace = sql`(${comments.postId} = ${postId} and coalesce(${comments.parentId}, 0) = ${parentId ?? 0})`
  const [same] = await db
    .select({ id: comments.id, networkHash: comments.networkHash, here: sql<boolean>`${inPlace}` })
    .from(comments)
    .where(
      and(
        eq(comments.emailHash, emailHash),
        sql`${comments.fingerprint} in ${byteList(fingerprints)}`,
        ne(comments.id, id),
        ne(comments.status, "deleted"),
        sql`(${comments.createdAt} > now() - interval '1 day' or ${inPlace})`,
      ),
    )
    .orderBy(sql`${inPlace} desc`)
    .limit(1)
  return same ?? null
}
