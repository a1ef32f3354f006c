import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { rowNumber } from "@/lib/comments/input"
import type { Gone, ThreadComment } from "@/lib/comments/thread"
import { isSlug } from "@/lib/posts/is-slug"

/** So many comments are shown under a story; a longer thread says that it goes on. */
const threadBound = 2000

/** Or so many bytes of what was typed: six times as many when every sign has to be escaped, which a page still bears. */
const longestThread = 1_200_000

/**
 * The thread under a story: approved comments in the order of the conversation, and the places of
 * comments that are gone but have approved answers. One query; `more` when the thread is longer than the bound.
 * Addresses, hashes and tokens are not among what it reads, so no page can leak them.
 */
export async function getThread(postId: number): Promise<{ rows: ThreadComment[]; more: boolean }> {
  // One value instead of rows: to read two hundred of them column by column costs more than to render them.
  const [thread] = await database().execute<{ rows: string; more: boolean }>(sql`
    with first as (
      select id, parent_id, path, status, created_at, name, website, body,
        row_number() over in_order as place, sum(octet_length(body)) over in_order as bytes
      from comments where post_id = ${postId} and status = 'approved'
      window in_order as (order by path) order by path limit ${threadBound + 1}
    ), shown as (
      select * from first where place <= ${threadBound} and bytes <= ${longestThread}
    ), places as (
      select id, parent_id, path, status, created_at, '' as name, '' as website, '' as body from comments
      where status <> 'approved' and id in (select unnest(path) from shown)
    )
    select (select count(*) from first) > (select count(*) from shown) as more, coalesce(json_agg(json_build_array(
      id, parent_id, status, extract(epoch from created_at) * 1000, name, website, body
    ) order by path), '[]')::text as rows
    from (
      select id, parent_id, path, status, created_at, name, website, body from shown
      union all select * from places
    ) as thread`)
  const rows: ThreadRow[] = JSON.parse(thread?.rows ?? "[]")
  return {
    rows: rows.map(([id, parentId, status, created, name, website, body]) => ({
      id,
      parentId,
      name,
      website,
      body,
      createdAt: new Date(created),
      gone: goneOf[status],
    })),
    more: thread?.more ?? false,
  }
}

type ThreadRow = [
  id: number,
  parentId: number | null,
  status: typeof comments.$inferSelect.status,
  created: number,
  name: string,
  website: string,
  body: string,
]

const goneOf: Record<typeof comments.$inferSelect.status, Gone | null> = {
  approved: null,
  pending: "being-read",
  rejected: "by-moderator",
  spam: "by-moderator",
  deleted: "by-author",
}

/**
 * An approved comment of a published story with what its reply and report pages show, or null. Takes the parts of the
 * address as they came.
 */
export const getReadableComment = cache(async (slug: string, number: string) => {
  const id = rowNumber.safeParse(number)
  if (!id.success || !isSlug(slug)) return null
  const [row] = await database()
    .select({
      id: comments.id,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      createdAt: comments.createdAt,
      post: {
        slug: posts.slug,
        title: posts.title,
        commentMode: posts.commentMode,
        publishedAt: posts.publishedAt,
      },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(comments.id, id.data),
        eq(comments.status, "approved"),
        eq(posts.slug, slug),
        eq(posts.status, "published"),
      ),
    )
  return row ?? null
})
