import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { cache } from "react"
import { database, type Queryable, type Transaction } from "@/db/client"
import { preparedQuery } from "@/db/prepared-query"
import { authors } from "@/db/schema/authors"
import { posts, postTags, tags } from "@/db/schema/posts"
import { hasPublished, profile } from "@/lib/authors/columns"
import type { Sections } from "@/lib/posts/cache-tags"
import { readCursor } from "@/lib/posts/cursor"
import { isSlug } from "@/lib/posts/is-slug"
import { newestFirst, published } from "@/lib/posts/published"
import { listPosts } from "@/lib/posts/queries"

/** An author who has published, or null. */
export const getAuthor = cache(async (slug: string) => {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({ id: authors.id, ...profile })
    .from(authors)
    .where(and(eq(authors.slug, slug), hasPublished))
  return row ?? null
})

/** Whether an author of just this name has published. */
export async function isPublishedName(name: string): Promise<boolean> {
  return (await database().$count(authors, and(eq(authors.name, name), hasPublished))) > 0
}

/** A tag that a published story carries, or null. */
export const getTag = cache(async (slug: string) => {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(
      and(
        eq(tags.slug, slug),
        sql`exists (select 1 from ${postTags} join ${posts} on ${posts.id} = ${postTags.postId}
          where ${postTags.tagId} = ${tags.id} and ${published})`,
      ),
    )
  return row ?? null
})

/** A tag that a published story carries with a page of its stories, or null; also for a cursor that is none. */
export const getTagPage = cache(async (slug: string, before: string | string[] | undefined) => {
  const cursor = readCursor(before)
  if (!isSlug(slug) || cursor === null) return null
  const list = await listPosts({ tagId: sql`(select id from tags where slug = ${slug})`, before: cursor })
  const shown = list.posts[0]?.tags.find((tag) => tag.slug === slug)
  // Behind its last story there is a page as well, which is empty.
  const tag = shown ?? (await getTag(slug))
  return tag && { tag, ...list }
})

/** The tags most used on the newest 200 stories: bounded, and about what the publication does now. */
export async function getSections(tx?: Transaction): Promise<Sections> {
  const rows = await (tx ? busyTags(tx) : findBusyTags())
  return { hasStories: rows.length > 0, tags: rows.flatMap(({ tag }) => tag ?? []) }
}

const most = 6

const findBusyTags = preparedQuery((db) => busyTags(db).prepare("busy_tags"))

/** Stories without a tag come last, as a row without one. */
function busyTags(db: Queryable) {
  const recent = db
    .select({ id: posts.id })
    .from(posts)
    .where(published)
    .orderBy(...newestFirst)
    .limit(200)
    .as("recent")
  return db
    .select({ tag: { slug: tags.slug, name: tags.name } })
    .from(recent)
    .leftJoin(postTags, eq(postTags.postId, recent.id))
    .leftJoin(tags, eq(tags.id, postTags.tagId))
    .groupBy(tags.id, tags.slug, tags.name)
    .orderBy(sql`${tags.id} is null`, sql`count(*) desc`, tags.name)
    .limit(most)
}
