import "server-only"
import { and, asc, eq, gte, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { database, type Queryable, type Transaction } from "@/db/client"
import { preparedQuery } from "@/db/prepared-query"
import { authors } from "@/db/schema/authors"
import { postSlugs, posts, postTags, tags } from "@/db/schema/posts"
import { type Cursor, readCursor, writeCursor } from "@/lib/posts/cursor"
import { isSlug } from "@/lib/posts/is-slug"
import type { Month } from "@/lib/posts/month"
import { summary } from "@/lib/posts/summary"
import { getSettings, settingsIn, storedSettings } from "@/lib/settings/queries"

/** Readers see nothing else: a draft is not forbidden, it is not found. */
const published = and(eq(posts.status, "published"), sql`${posts.publishedAt} is not null`)

/** The order of the indexes that serve every list, to the letter. */
const newestFirst = [sql`${posts.publishedAt} desc nulls last`, sql`${posts.id} desc nulls last`]

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
    .select({ ...card, body: posts.body, commentMode: posts.commentMode, updatedAt: posts.updatedAt })
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
  filter: { authorId?: number; tagId?: number | SQL; month?: Month; before?: Cursor } = {},
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
        filter.month && within(filter.month),
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
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.id))
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .orderBy(...newestFirst)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    posts: rows.slice(0, limit).map(({ body, micros: _, ...post }) => ({
      ...dated(post),
      standfirst: summary({ standfirst: post.standfirst, body }),
    })),
    next: last ? writeCursor({ micros: Number(last.micros), id: last.id }) : null,
  }
}

export type PostList = Awaited<ReturnType<typeof listPosts>>

/** The newest stories with their bodies, and the settings: all that a feed says, in one statement. */
export async function readFeed(filter: { authorId?: number; tagId?: number } = {}, limit = 20) {
  const rows = await database()
    .select({ ...card, body: posts.body, updatedAt: posts.updatedAt, stored: storedSettings })
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
  const settings = rows[0] ? settingsIn(rows[0].stored) : await getSettings()
  return { posts: rows.map(({ stored: _, ...post }) => dated(post)), settings }
}

/** An author who has published, or null. */
export const getAuthor = cache(async (slug: string) => {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({
      id: authors.id,
      slug: authors.slug,
      name: authors.name,
      title: authors.title,
      bio: authors.bio,
      picture: authors.picture,
    })
    .from(authors)
    .where(
      and(
        eq(authors.slug, slug),
        sql`exists (select 1 from ${posts} where ${posts.authorId} = ${authors.id} and ${published})`,
      ),
    )
  return row ?? null
})

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
export async function listBusyTags(tx?: Transaction) {
  return tx ? busyTags(tx) : findBusyTags()
}

const findBusyTags = preparedQuery((db) => busyTags(db).prepare("busy_tags"))

function busyTags(db: Queryable) {
  const recent = db
    .select({ id: posts.id })
    .from(posts)
    .where(published)
    .orderBy(...newestFirst)
    .limit(200)
    .as("recent")
  return db
    .select({ slug: tags.slug, name: tags.name })
    .from(recent)
    .innerJoin(postTags, eq(postTags.postId, recent.id))
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .groupBy(tags.id, tags.slug, tags.name)
    .orderBy(sql`count(*) desc`, tags.name)
    .limit(6)
}

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

const micros = sql<string>`(extract(epoch from ${posts.publishedAt}) * 1000000)::bigint`

/** A story's tags in their order, as a sub-select. */
export const tagsOnCard = sql<{ slug: string; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by pt.position, t.id)
  from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = ${posts.id}), '[]')`

// One query a list: tags and the count come along as sub-selects of the few rows that a page shows.
const card = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  standfirst: posts.standfirst,
  picture: posts.picture,
  pictureAlt: posts.pictureAlt,
  publishedAt: posts.publishedAt,
  author: {
    slug: authors.slug,
    name: authors.name,
    title: authors.title,
    bio: authors.bio,
    picture: authors.picture,
  },
  tags: tagsOnCard,
  commentCount: sql<number>`(
    select coalesce(sum(t.shown), 0)::int from threads t where t.post_id = ${posts.id} and t.root_id = 0)`,
}

function hasTag(tagId: number | SQL): SQL {
  return sql`exists (select 1 from ${postTags} where ${postTags.postId} = ${posts.id} and ${postTags.tagId} = ${tagId})`
}

function within({ year, month }: Month): SQL {
  const start = new Date(Date.UTC(year, month - 1)).toISOString()
  const end = new Date(Date.UTC(year, month)).toISOString()
  return sql`${posts.publishedAt} >= ${start}::timestamptz and ${posts.publishedAt} < ${end}::timestamptz`
}

function olderThan({ micros, id }: Cursor): SQL {
  return sql`(${posts.publishedAt}, ${posts.id}) < ('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond', ${id}::bigint)`
}

/** `published` means that there is a date; this tells the compiler. */
function dated<T extends { publishedAt: Date | null }>(
  row: T,
): Omit<T, "publishedAt"> & { publishedAt: Date } {
  if (!row.publishedAt) throw new Error("A published story has no date.")
  return { ...row, publishedAt: row.publishedAt }
}
