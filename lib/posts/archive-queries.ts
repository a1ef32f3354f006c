import "server-only"
import { isDeepStrictEqual } from "node:util"
import { and, asc, eq, gte, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { posts, postTags, tags } from "@/db/schema/posts"
import { hasPublished } from "@/lib/authors/columns"
import { type Month, monthOf } from "@/lib/posts/month"
import { published } from "@/lib/posts/published"

/**
 * The months of a zone in which a story was published, newest first. Jumps from month to month along the index, so that
 * it costs two steps a month however many stories there are. A month in UTC reaches into two months of a zone at most,
 * and its first and its last story are in both then: so the server's list of zones, which may lack some, is not asked.
 */
export async function listMonths(timeZone: string): Promise<Month[]> {
  const startOf = (moment: SQL) => sql`date_trunc('month', ${moment} at time zone 'UTC') at time zone 'UTC'`
  const newest = (limit: SQL) => sql`(
    select ${posts.publishedAt} from ${posts}
    where ${published} and ${limit} order by ${posts.publishedAt} desc nulls last limit 1)`
  const rows = await database().execute<{ newest: number; oldest: number }>(sql`
    with recursive months(newest) as (
      select ${newest(sql`true`)}
      union all
      select ${newest(sql`${posts.publishedAt} < ${startOf(sql`months.newest`)}`)}
      from months where months.newest is not null
    )
    select (extract(epoch from newest) * 1000)::float8 as newest, (extract(epoch from (
      select ${posts.publishedAt} from ${posts}
      where ${published} and ${posts.publishedAt} >= ${startOf(sql`months.newest`)}
      order by ${posts.publishedAt} nulls first limit 1
    )) * 1000)::float8 as oldest
    from months where newest is not null`)
  const months = rows.flatMap(({ newest, oldest }) =>
    [newest, oldest].map((moment) => monthOf(new Date(moment), timeZone)),
  )
  return months.filter((month, at) => !isDeepStrictEqual(month, months[at - 1]))
}

/** A story that appeared elsewhere first is left to that site's own sitemap. */
const inSitemap = and(published, eq(posts.canonicalUrl, ""))

/** Addresses of published stories in the order of their ids, for a sitemap; 50,000 at most. */
export async function listPostAddresses({ from = 0, limit = 50_000 }) {
  return database()
    .select({ id: posts.id, slug: posts.slug, updatedAt: posts.updatedAt })
    .from(posts)
    .where(and(inSitemap, gte(posts.id, from)))
    .orderBy(asc(posts.id))
    .limit(limit)
}

/** The number of the story that each part of the sitemap begins with, 0 for the first. */
export async function listSitemapParts(size: number): Promise<number[]> {
  const numbered = database()
    .select({ id: posts.id, place: sql<number>`row_number() over (order by ${posts.id}) - 1`.as("place") })
    .from(posts)
    .where(inSitemap)
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
  const rows = await database().execute<{ path: string }>(sql`
    select '/authors/' || ${authors.slug} as path from ${authors}
    where ${hasPublished}
    union all
    select '/tags/' || ${tags.slug} from ${tags}
    where exists (select 1 from ${postTags} join ${posts} on ${posts.id} = ${postTags.postId}
      where ${postTags.tagId} = ${tags.id} and ${published})
    order by path`)
  return rows.map(({ path }) => path)
}
