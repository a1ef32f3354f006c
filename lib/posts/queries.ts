import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { preparedQuery } from "@/db/prepared-query"
import { authors } from "@/db/schema/authors"
import { postSlugs, posts } from "@/db/schema/posts"
import { type Cursor, writeCursor } from "@/lib/posts/cursor"
import { isSlug } from "@/lib/posts/is-slug"
import type { Period } from "@/lib/posts/month"
import {
  bodyPictures,
  card,
  dated,
  hasTag,
  micros,
  newestFirst,
  olderThan,
  profile,
  published,
  within,
} from "@/lib/posts/published"
import { summary } from "@/lib/posts/summary"
import { feedAuthorityIn, getStoredSettings, settingsIn, storedSettings } from "@/lib/settings/queries"

/** Stories on one page of a list. */
const pageSize = 12

/** A published story, whole, or null. Slugs are compared as written. */
export const getPost = cache(async (slug: string) => {
  if (!isSlug(slug)) return null
  const [row] = await findPost({ slug })
  return row ? dated(row) : null
})

const findPost = preparedQuery((db) =>
  db
    .select({
      ...card,
      author: profile,
      body: posts.body,
      pictures: bodyPictures,
      commentMode: posts.commentMode,
      updatedAt: posts.updatedAt,
    })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .where(and(published, eq(posts.slug, sql.placeholder("slug"))))
    .prepare("post"),
)

export type Post = NonNullable<Awaited<ReturnType<typeof getPost>>>

/** The present slug of a published story that was once found under this one, or null. */
export async function getSlugAfter(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({ slug: posts.slug })
    .from(postSlugs)
    .innerJoin(posts, eq(posts.id, postSlugs.postId))
    .where(and(published, eq(postSlugs.slug, slug)))
  return row?.slug ?? null
}

/**
 * Published stories, newest first, with what a list shows: one without a standfirst shows how it
 * begins. `next` is where the following page begins.
 */
export async function listPosts(
  filter: {
    authorId?: number
    tagId?: number | SQL
    period?: Period
    before?: Cursor
    /** Without those that the front page leaves out. */
    forFrontPage?: boolean
    /** Something else that the page says, as a column of the same statement; null where the page has no story. */
    beside?: SQL<string>
  } = {},
  limit = pageSize,
) {
  const page = database()
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        published,
        filter.authorId === undefined ? undefined : eq(posts.authorId, filter.authorId),
        filter.tagId === undefined ? undefined : hasTag(filter.tagId),
        filter.period && within(filter.period),
        filter.forFrontPage ? eq(posts.offFrontPage, false) : undefined,
        filter.before && olderThan(filter.before),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit + 1)
    .as("page")
  const rows = await database()
    .select({
      ...card,
      body: sql<unknown>`case when ${posts.standfirst} = '' then ${posts.body} end`,
      micros,
      beside: filter.beside ?? sql<null>`null`,
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.id))
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .orderBy(...newestFirst)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    posts: rows.slice(0, limit).map(({ body, micros: _, beside: __, ...post }) => ({
      ...dated(post),
      standfirst: summary({ standfirst: post.standfirst, body }),
    })),
    beside: rows[0]?.beside ?? null,
    next: last ? writeCursor({ micros: Number(last.micros), id: last.id }) : null,
  }
}

export type PostList = Awaited<ReturnType<typeof listPosts>>

/** The newest stories with their bodies, and the settings: all that a feed says, in one statement. */
export async function readFeed(filter: { authorId?: number; tagId?: number } = {}, limit = 20) {
  const rows = await database()
    .select({
      ...card,
      body: posts.body,
      pictures: bodyPictures,
      updatedAt: posts.updatedAt,
      stored: storedSettings,
    })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .where(
      and(
        published,
        filter.authorId === undefined ? undefined : eq(posts.authorId, filter.authorId),
        filter.tagId === undefined ? undefined : hasTag(filter.tagId),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit)
  const stored = rows[0]?.stored ?? (await getStoredSettings())
  return {
    posts: rows.map(({ stored: _, ...post }) => dated(post)),
    settings: settingsIn(stored),
    authority: feedAuthorityIn(stored),
  }
}
