import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { rootOf } from "@/lib/comments/thread/place"

/** So many comments are in a feed, and so many bytes of them. */
const [feedLength, longestFeed] = [50, 1_000_000]

/**
 * The newest approved comments on published stories, or on one of them, each with where it stands. A feed of very long
 * comments ends early: feed readers give up on what is too large.
 */
export async function listNewestComments(postId?: number) {
  // From the newest backwards, each by an index of its own.
  const found =
    postId === undefined
      ? sql`select c.id from comments c join posts p on p.id = c.post_id and p.status = 'published'
          where c.status = 'approved' order by c.id desc limit ${feedLength}`
      : sql`select id from comments
          where post_id = ${postId} and status = 'approved' order by id desc limit ${feedLength}`
  const rows = await database()
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      createdAt: comments.createdAt,
      position: sql<number>`coalesce(${comments.position}, 0)`,
      root: rootOf,
      slug: posts.slug,
      title: posts.title,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(sql`${comments.id} = any(array(${found}))`, eq(posts.status, "published")))
    .orderBy(desc(comments.id))
  let bytes = 0
  const first = rows.findIndex(({ body }) => {
    bytes += Buffer.byteLength(body)
    return bytes > longestFeed
  })
  return rows
    .slice(0, first === -1 ? undefined : first)
    .map((row) => ({ ...row, permalink: permalinkOf(row) }))
}
