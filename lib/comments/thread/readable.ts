import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { rootOf } from "@/lib/comments/thread/place"
import type { Mark } from "@/lib/comments/thread/thread"
import { isSlug } from "@/lib/posts/is-slug"
import { rowNumber } from "@/lib/text/row-number"

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
      mark: sql<Mark | null>`(
        select case when exists (
          select from post_bylines b where b.post_id = ${posts.id} and b.author_id = s.author_id
        ) then 'author' else 'staff' end
        from staff s where s.id = ${comments.staffId})`,
      position: sql<number>`coalesce(${comments.position}, 0)`,
      root: rootOf,
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
