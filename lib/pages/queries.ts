import "server-only"
import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { cache } from "react"
import { database } from "@/db/client"
import { pagePaths, pages } from "@/db/schema/pages"
import { picturesOf } from "@/lib/media/picture-columns"
import { isSlug } from "@/lib/posts/is-slug"

const above = alias(pages, "above")

/** Where a page is, without the leading slash; wants `above` joined. */
const pagePath = sql<string>`concat_ws('/', ${above.slug}, ${pages.slug})`

const published = eq(pages.status, "published")

/** A published page, whole, or null. Its path is one slug, or two with a slash between them. */
export const getPage = cache(async (path: string) => {
  const [slug = "", parentSlug, ...rest] = path.split("/").toReversed()
  if (rest.length > 0 || !isSlug(slug) || (parentSlug !== undefined && !isSlug(parentSlug))) return null
  const [row] = await database()
    .select({
      id: pages.id,
      path: pagePath,
      title: pages.title,
      description: pages.description,
      purpose: pages.purpose,
      body: pages.body,
      pictures: picturesOf(sql`u.page_id = pages.id`),
      parent: { slug: above.slug, title: above.title },
      children,
      publishedAt: pages.publishedAt,
      updatedAt: pages.updatedAt,
    })
    .from(pages)
    .leftJoin(above, eq(above.id, pages.parentId))
    .where(
      and(
        published,
        eq(pages.slug, slug),
        parentSlug === undefined ? sql`${pages.parentId} is null` : eq(above.slug, parentSlug),
      ),
    )
  return row ?? null
})

export type PageForReaders = NonNullable<Awaited<ReturnType<typeof getPage>>>

/** The published pages below a page, as a sub-select. */
const children: SQL<{ path: string; title: string }[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('path', pages.slug || '/' || c.slug, 'title', c.title) order by c.title, c.id)
  from pages c where c.parent_id = pages.id and c.status = 'published'), '[]')`

/** The present path of a published page that was once found under this one, or null. */
export async function getPathAfter(path: string): Promise<string | null> {
  const [row] = await database()
    .select({ path: pagePath })
    .from(pagePaths)
    .innerJoin(pages, eq(pages.id, pagePaths.pageId))
    .leftJoin(above, eq(above.id, pages.parentId))
    .where(and(published, eq(pagePaths.path, path)))
  return row?.path ?? null
}

/** Every path that leads to a published page, its present one and those that it had before. */
export async function listPagePaths(): Promise<string[]> {
  const rows = await database().execute<{ path: string }>(sql`
    select concat_ws('/', above.slug, g.slug) as path
    from pages g left join pages above on above.id = g.parent_id where g.status = 'published'
    union
    select f.path from page_paths f join pages g on g.id = f.page_id where g.status = 'published'
    order by path`)
  return rows.map(({ path }) => path)
}

/** Every published page with its path, without the leading slash: for menus, footers and sitemaps. */
export async function listPublishedPages() {
  return database()
    .select({
      id: pages.id,
      path: pagePath,
      title: pages.title,
      purpose: pages.purpose,
      updatedAt: pages.updatedAt,
    })
    .from(pages)
    .leftJoin(above, eq(above.id, pages.parentId))
    .where(published)
    .orderBy(asc(pages.title), asc(pages.id))
    .limit(5000)
}
