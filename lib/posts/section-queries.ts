import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { cache } from "react"
import { database, type Transaction } from "@/db/client"
import { prepared } from "@/db/prepared"
import { authors } from "@/db/schema/authors"
import { posts, postTags, tagSlugs, tags } from "@/db/schema/posts"
import { hasPublished, profile } from "@/lib/authors/columns"
import { chosenLinksIn, purposePages, storedLinks } from "@/lib/frame/queries"
import type { Sections } from "@/lib/posts/cache-tags"
import { readCursor } from "@/lib/posts/cursor"
import { isSlug } from "@/lib/posts/is-slug"
import { published } from "@/lib/posts/published"
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
    .select({ id: tags.id, slug: tags.slug, name: tags.name, description: tags.description })
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

/** The present slug of a tag that was once found under this one, or of the tag that it was merged into, or null. */
export async function getTagAfter(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({ slug: tags.slug })
    .from(tagSlugs)
    .innerJoin(tags, eq(tags.id, tagSlugs.tagId))
    .where(eq(tagSlugs.slug, slug))
  return row?.slug ?? null
}

/** A tag that a published story carries with a page of its stories, or null; also for a cursor that is none. */
export const getTagPage = cache(async (slug: string, before: string | string[] | undefined) => {
  const cursor = readCursor(before)
  if (!isSlug(slug) || cursor === null) return null
  const { beside, ...list } = await listPosts({
    tagId: sql`(select id from tags where slug = ${slug})`,
    before: cursor,
    beside: sql<string>`(select description from tags where slug = ${slug})`,
  })
  const shown = list.posts[0]?.tags.find((tag) => tag.slug === slug)
  // Behind its last story there is a page as well, which is empty.
  const tag = shown ? { ...shown, description: beside ?? "" } : await getTag(slug)
  return tag && { tag, ...list }
})

/**
 * The tags most used on the newest 200 stories: bounded, and about what the publication does now. They come along with
 * the pages that have a purpose and the links that were chosen in their place, and are left out where nothing shows them.
 */
export async function getSections(tx?: Transaction): Promise<Sections> {
  const [row] = tx ? await tx.execute<SectionsRow>(sections) : await prepared<SectionsRow>(sections)
  if (!row) throw new Error("The database gave no sections back.")
  const { menu, footer } = chosenLinksIn(row.links)
  const [tags, pages] = [menu && footer ? [] : row.tags, footer ? [] : row.pages]
  return { hasStories: row.hasStories, tags, pages, menu, footer }
}

type SectionsRow = {
  hasStories: boolean
  tags: Sections["tags"]
  pages: Sections["pages"]
  links: Parameters<typeof chosenLinksIn>[0]
}

const most = 6

const recent = sql`(
  select p.id from posts p where p.status = 'published' and p.published_at is not null
  order by p.published_at desc nulls last, p.id desc nulls last limit 200)`

const sections = sql`
  select exists (select from ${recent} as recent) as "hasStories", ${storedLinks} as links,
    ${purposePages} as pages, coalesce((
    select jsonb_agg(jsonb_build_object('slug', slug, 'name', name) order by position nulls last, count desc, name)
    from (
      select t.slug, t.name, t.position, count(*) from ${recent} as recent
        join post_tags pt on pt.post_id = recent.id join tags t on t.id = pt.tag_id
      group by t.id order by count(*) desc, t.name limit ${most}) as busy), '[]') as tags`
