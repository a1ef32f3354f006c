import "server-only"
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm"
import { unionAll } from "drizzle-orm/pg-core"
import { cache } from "react"
import { database } from "@/db/client"
import { comments, moderationEvents } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { rowNumber } from "@/lib/comments/input"
import type { Gone, ThreadComment } from "@/lib/comments/thread"
import { isSlug } from "@/lib/posts/is-slug"

/** So many comments are shown under a story; a longer thread says that it goes on. */
export const threadBound = 2000

/** What a reader may see. Addresses, hashes and tokens are not among it, so no page can leak them. */
const readable = {
  id: comments.id,
  parentId: comments.parentId,
  path: comments.path,
  status: comments.status,
  createdAt: comments.createdAt,
}

/**
 * The thread under a story: approved comments in the order of the conversation, and the places of
 * comments that are gone but have approved answers. One query; `more` when the thread is longer than the bound.
 */
export async function getThread(postId: number): Promise<{ rows: ThreadComment[]; more: boolean }> {
  const db = database()
  const shown = db.$with("shown").as(
    db
      .select({ ...readable, name: comments.name, website: comments.website, body: comments.body })
      .from(comments)
      .where(and(eq(comments.postId, postId), eq(comments.status, "approved")))
      .orderBy(asc(comments.path))
      .limit(threadBound + 1),
  )
  const places = db
    .select({ ...readable, name: sql<string>`''`, website: sql<string>`''`, body: sql<string>`''` })
    .from(comments)
    .where(and(ne(comments.status, "approved"), inArray(comments.id, sql`(select unnest(path) from shown)`)))
  const rows = await db
    .with(shown)
    .select()
    .from(unionAll(db.select().from(shown), places).as("thread"))
    .orderBy(sql`path`)
  const more = rows.filter((row) => row.status === "approved").length > threadBound
  return {
    rows: (more ? rows.slice(0, -1) : rows).map(({ path: _, status, ...row }) => ({
      ...row,
      gone: goneOf[status],
    })),
    more,
  }
}

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
      post: { slug: posts.slug, title: posts.title, commentMode: posts.commentMode },
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

/** What an author sees of their own comment, with the newest reason given for its present state; or null. */
export async function getOwnComment(id: number) {
  const newest = database()
    .select({
      reason: moderationEvents.reason,
      byStaff: sql<boolean>`${moderationEvents.staffId} is not null`.as("by_staff"),
    })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, comments.id), eq(moderationEvents.toStatus, comments.status)))
    .orderBy(desc(moderationEvents.id))
    .limit(1)
    .as("newest")
  const [row] = await database()
    .select({
      id: comments.id,
      status: comments.status,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      createdAt: comments.createdAt,
      reason: newest.reason,
      byStaff: newest.byStaff,
      post: { slug: posts.slug, title: posts.title, published: sql<boolean>`${posts.status} = 'published'` },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoinLateral(newest, sql`true`)
    .where(eq(comments.id, id))
  return row ?? null
}

export type OwnComment = NonNullable<Awaited<ReturnType<typeof getOwnComment>>>
