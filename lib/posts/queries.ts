import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { preparedQuery } from "@/db/prepared-query"
import { postSlugs, posts } from "@/db/schema/posts"
import { writeCursor } from "@/lib/posts/cursor"
import { isSlug } from "@/lib/posts/is-slug"
import { type PageFilter, pageOf } from "@/lib/posts/list-page"
import {
  bodyPictures,
  bylinesOnStory,
  card,
  correctionsOnStory,
  dated,
  lastRevised,
  micros,
  newestFirst,
  published,
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
      bylines: bylinesOnStory,
      body: posts.body,
      pictures: bodyPictures,
      commentMode: posts.commentMode,
      searchTitle: posts.searchTitle,
      searchDescription: posts.searchDescription,
      socialTitle: posts.socialTitle,
      socialDescription: posts.socialDescription,
      canonicalUrl: posts.canonicalUrl,
      corrections: correctionsOnStory,
      updatedAt: lastRevised,
    })
    .from(posts)
    .where(and(published, eq(posts.slug, sql.placeholder("slug"))))
    .prepare("post"),
)

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
export async function listPosts(filter: ListFilter = {}, limit = pageSize) {
  const page = pageOf(filter, limit + 1)
  const rows = await database()
    .select({
      ...card,
      body: sql<unknown>`case when ${posts.standfirst} = '' then ${posts.body} end`,
      micros,
      beside: filter.beside ?? sql<null>`null`,
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.id))
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

export type Feed = Awaited<ReturnType<typeof readFeed>>

/** The newest stories with their bodies, and the settings: all that a feed says, in one statement. */
export async function readFeed(filter: Pick<ListFilter, "authorId" | "tagId" | "beside"> = {}, limit = 20) {
  const page = pageOf(filter, limit)
  const rows = await database()
    .select({
      ...card,
      body: posts.body,
      pictures: bodyPictures,
      corrections: correctionsOnStory,
      updatedAt: lastRevised,
      stored: storedSettings,
      beside: filter.beside ?? sql<null>`null`,
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.id))
    .orderBy(...newestFirst)
  const stored = rows[0]?.stored ?? (await getStoredSettings())
  return {
    posts: rows.map(({ stored: _, beside: __, ...post }) => dated(post)),
    beside: rows[0]?.beside ?? null,
    settings: settingsIn(stored),
    authority: feedAuthorityIn(stored),
  }
}

type ListFilter = PageFilter & {
  /** Something else that the page says, as a column of the same statement; null where the page has no story. */
  beside?: SQL<string>
}
