import "server-only"
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { postBylines, posts } from "@/db/schema/posts"
import type { Cursor } from "@/lib/posts/cursor"
import type { Period } from "@/lib/posts/month"
import { hasTag, newestFirst, olderThan, published, within } from "@/lib/posts/published"

export type PageFilter = {
  authorId?: number | SQL
  tagId?: number | SQL
  period?: Period
  before?: Cursor
  /** Without those that the front page leaves out. */
  forFrontPage?: boolean
}

/** Which stories a page of a list shows. Of an author, those along the index of bylines, each once. */
export function pageOf({ authorId, tagId, period, before, forFrontPage }: PageFilter, limit: number) {
  if (authorId !== undefined) {
    const { postId, publishedAt } = postBylines
    return database()
      .selectDistinct({ id: postId, publishedAt })
      .from(postBylines)
      .where(
        and(
          eq(postBylines.authorId, authorId),
          isNotNull(publishedAt),
          before && olderThan(before, { publishedAt, id: postId }),
        ),
      )
      .orderBy(sql`${publishedAt} desc nulls last`, sql`${postId} desc nulls last`)
      .limit(limit)
      .as("page")
  }
  return database()
    .select({ id: posts.id, publishedAt: posts.publishedAt })
    .from(posts)
    .where(
      and(
        published,
        tagId === undefined ? undefined : hasTag(tagId),
        period && within(period),
        forFrontPage ? eq(posts.offFrontPage, false) : undefined,
        before && olderThan(before),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit)
    .as("page")
}
