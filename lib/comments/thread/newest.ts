import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { rootOf } from "@/lib/comments/thread/place"
import { getStoredSettings, storedSettings } from "@/lib/settings/queries"

/** So many comments are in a feed, and so many bytes of them. */
const [feedLength, longestFeed] = [50, 1_000_000]

/**
 * The newest approved comments on published stories, or on one of them, each with where it stands, and the settings. A feed
 * of very long comments ends early: feed readers give up on what is too large.
 */
export async function readCommentFeed(slug?: string) {
  // From the newest backwards, each by an index of its own.
  const found =
    slug === undefined
      ? sql`select c.id from comments c join posts p on p.id = c.post_id and p.status = 'published'
          where c.status = 'approved' order by c.id desc limit ${feedLength}`
      : sql`select id from comments
          where post_id = (select id from posts where slug = ${slug}) and status = 'approved' order by id desc limit ${feedLength}`
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
      stored: storedSettings,
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
  const shown = rows.slice(0, first === -1 ? undefined : first)
  return {
    comments: shown.map(({ stored: _, ...row }) => ({ ...row, permalink: permalinkOf(row) })),
    stored: rows[0]?.stored ?? (await getStoredSettings()),
  }
}
