import "server-only"
import { and, asc, gte, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { posts, postTags, tags } from "@/db/schema/posts"
import type { Month } from "@/lib/posts/month"
import { published } from "@/lib/posts/published"

/**
 * The months in which a story was published, newest first. Jumps from month to month along the index,
 * so that it costs a step a month however many stories there are.
 */
export async function listMonths(): Promise<Month[]> {
  const newestBefore = (limit: SQL) => sql`(
    select date_trunc('month', ${posts.publishedAt} at time zone 'UTC') from ${posts}
    where ${published} and ${limit} order by ${posts.publishedAt} desc nulls last limit 1)`
  const rows = await database().execute<{ year: number; month: number }>(sql`
    with recursive months(start) as (
      select ${newestBefore(sql`true`)}
      union all
      select ${newestBefore(sql`${posts.publishedAt} < months.start at time zone 'UTC'`)}
      from months where months.start is not null
    )
    select extract(year from start)::int as year, extract(month from start)::int as month
    from months where start is not null`)
  return rows.map(({ year, month }) => ({ year, month }))
}

/** Addresses of published stories in the order of their ids, for a sitemap; 50,000 at most. */
export async function listPostAddresses({ from = 0, limit = 50_000 }) {
  return database()
    .select({ id: posts.id, slug: posts.slug, updatedAt: posts.updatedAt })
    .from(posts)
    .where(and(published, gte(posts.id, from)))
    .orderBy(asc(posts.id))
    .limit(limit)
}

/** The number of the story that each part of the sitemap begins with, 0 for the first. */
export async function listSitemapParts(size: number): Promise<number[]> {
  const numbered = database()
    .select({ id: posts.id, place: sql<number>`row_number() over (order by ${posts.id}) - 1`.as("place") })
    .from(posts)
    .where(published)
    .as("numbered")
  const rows = await database()
    .select({ id: numbered.id })
    .from(numbered)
    .where(sql`${numbered.place} > 0 and ${numbered.place} % ${size} = 0`)
    .orderBy(numbered.id)
  return [0, ...rows.map((row) => row.id)]
}

/** Paths of the authors' and tags' pages that have a story to show. */
export async function listListAddresses(): Promise<string[]> {
  const [byAuthor, byTag] = await Promise.all([
    database()
      .select({ slug: authors.slug })
      .from(authors)
      .where(sql`exists (select 1 from ${posts} where ${posts.authorId} = ${authors.id} and ${published})`)
      .orderBy(authors.slug),
    database()
      .select({ slug: tags.slug })
      .from(tags)
      .where(
        sql`exists (select 1 from ${postTags} join ${posts} on ${posts.id} = ${postTags.postId}
          where ${postTags.tagId} = ${tags.id} and ${published})`,
      )
      .orderBy(tags.slug),
  ])
  return [...byAuthor.map(({ slug }) => `/authors/${slug}`), ...byTag.map(({ slug }) => `/tags/${slug}`)]
}
