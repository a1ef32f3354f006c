import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import { posts, postTags } from "@/db/schema/posts"
import { portrait } from "@/lib/authors/columns"
import { pictureOfRow, picturesOf } from "@/lib/media/picture-columns"
import type { Picture } from "@/lib/media/types"
import type { CardByline, StoryByline } from "@/lib/posts/bylines"
import type { StoryCorrection } from "@/lib/posts/corrections"
import type { Cursor } from "@/lib/posts/cursor"
import type { Period } from "@/lib/posts/month"

/** Readers see nothing else: a draft is not forbidden, it is not found. */
export const published = and(eq(posts.status, "published"), sql`${posts.publishedAt} is not null`)

/** The order of the indexes that serve every list, to the letter. */
export const newestFirst = [sql`${posts.publishedAt} desc nulls last`, sql`${posts.id} desc nulls last`]

/** When it was published, in microseconds since 1970. */
export const micros = sql<string>`(extract(epoch from ${posts.publishedAt}) * 1000000)::bigint`

// In sub-selects the story is called by its table's name: a query of one table would leave it out of a column's.

/** A story's tags in their order, as a sub-select. */
export const tagsOnCard = sql<{ slug: string; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by pt.position, t.id)
  from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = posts.id), '[]')`

/** A story's lead picture from the library, as a sub-select. */
export const leadPicture = sql<Picture | null>`(
  select ${pictureOfRow} from media m where m.id = posts.lead_media_id)`

/** The pictures in a story's text by their ids, as a sub-select. */
export const bodyPictures = picturesOf(sql`u.post_id = posts.id and u.place = 'body'`)

/** Who is credited on a story, in order, as a sub-select. */
export const bylinesOnCard = sql<CardByline[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('slug', a.slug, 'name', a.name, 'part', b.part)
    order by b.position, b.author_id), '[]')
  from post_bylines b join authors a on a.id = b.author_id where b.post_id = posts.id)`

/** The same with what a story shows of each. */
export const bylinesOnStory = storyBylines(sql`post_bylines b`, sql`b.post_id = posts.id`)

/** Bylines with what a story shows of each; `of` is rows `b` as those of `post_bylines`. */
export function storyBylines(of: SQL, which: SQL): SQL<StoryByline[]> {
  return sql<StoryByline[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', authors.id, 'part', b.part, 'slug', authors.slug, 'name', authors.name,
    'kind', authors.kind, 'title', authors.title, 'bio', authors.bio, 'pronouns', authors.pronouns,
    'pronunciation', authors.pronunciation, 'links', authors.links, 'picture', authors.picture, 'portrait', ${portrait})
    order by b.position, b.author_id), '[]')
  from ${of} join authors on authors.id = b.author_id where ${which})`
}

/** What a list shows of a story. Tags and the count come along as sub-selects of the few rows that a page shows. */
export const card = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  standfirst: posts.standfirst,
  lead: leadPicture,
  picture: posts.picture,
  pictureAlt: posts.pictureAlt,
  publishedAt: posts.publishedAt,
  bylines: bylinesOnCard,
  tags: tagsOnCard,
  commentCount: sql<number>`(
    select coalesce(sum(t.shown), 0)::int from threads t where t.post_id = posts.id and t.root_id = 0)`,
}

/** A story's corrections, oldest first, as a sub-select. */
export const correctionsOnStory = sql<StoryCorrection[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'place', c.place, 'body', c.body,
    'createdAt', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.id)
  from corrections c where c.post_id = posts.id), '[]')`

/** When readers were last told that a story was changed or corrected; when it was published, where they never were. */
export const lastRevised = sql<Date>`coalesce(posts.revised_at, posts.published_at)`.mapWith(
  posts.publishedAt,
)

export function hasTag(tagId: number | SQL): SQL {
  return sql`exists (select 1 from ${postTags} where ${postTags.postId} = ${posts.id} and ${postTags.tagId} = ${tagId})`
}

export function within({ start, end }: Period): SQL {
  return sql`${posts.publishedAt} >= ${start.toISOString()}::timestamptz
    and ${posts.publishedAt} < ${end.toISOString()}::timestamptz`
}

/** @param of the columns of another table that holds both */
export function olderThan(
  { micros, id }: Cursor,
  of: { publishedAt: AnyPgColumn; id: AnyPgColumn } = posts,
): SQL {
  return sql`(${of.publishedAt}, ${of.id}) < ('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond', ${id}::bigint)`
}

/** `published` means that there is a date; this tells the compiler. */
export function dated<T extends { publishedAt: Date | null }>(
  row: T,
): Omit<T, "publishedAt"> & { publishedAt: Date } {
  if (!row.publishedAt) throw new Error("A published story has no date.")
  return { ...row, publishedAt: row.publishedAt }
}
