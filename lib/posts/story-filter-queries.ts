import "server-only"
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { posts, postWords } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import type { PostStatus } from "@/lib/documents/post-statuses"
import type { StorySort } from "@/lib/posts/story-list-url"

export type StoryFilter = {
  status?: PostStatus
  authorId?: number
  tagId?: number
  search?: string
  /** Those that were put away, where it is asked for them; all others otherwise. */
  shelf?: "archived" | "trash"
  /** Of the moment that the list is sorted by, in days of this time zone. */
  days?: { from?: string | undefined; to?: string | undefined; timeZone: string }
  sort?: StorySort
}

/** Which of the stories that somebody may see a list shows. */
export function storyMatches(staff: Staff, filter: StoryFilter): SQL | undefined {
  const { status, authorId, tagId, search, shelf } = filter
  return and(
    storiesVisibleTo(staff),
    onShelf(shelf),
    status === undefined ? undefined : eq(posts.status, status),
    authorId === undefined ? undefined : namesAuthor(authorId),
    tagId === undefined
      ? undefined
      : sql`exists (select from post_tags pt where pt.post_id = posts.id and pt.tag_id = ${tagId})`,
    search ? says(search) : undefined,
    within(filter),
  )
}

/** Whether a story names an author. */
export function namesAuthor(authorId: number): SQL {
  return sql`exists (select from post_bylines b where b.post_id = posts.id and b.author_id = ${authorId})`
}

/** The same rule as `maySee`, as Postgres asks it; what was deleted for good nobody sees. */
export function storiesVisibleTo(staff: Pick<Staff, "id" | "roles">): SQL | undefined {
  if (may(staff, "posts.edit-all")) return isNull(posts.deletedAt)
  return may(staff, "posts.write-own")
    ? and(isNull(posts.deletedAt), eq(posts.createdBy, staff.id))
    : sql`false`
}

function onShelf(shelf: StoryFilter["shelf"]): SQL | undefined {
  if (shelf === "trash") return isNotNull(posts.trashedAt)
  return and(
    isNull(posts.trashedAt),
    shelf === "archived" ? isNotNull(posts.archivedAt) : isNull(posts.archivedAt),
  )
}

/**
 * A piece of the title, or words of the story as readers see it or in its newest version. In quotes words stand together;
 * a minus leaves out.
 */
function says(search: string): SQL {
  const query = sql`websearch_to_tsquery('simple', ${search})`
  return sql`(${posts.title} ilike ${`%${literally(search)}%`} or ${posts.id} in (
    select id from posts where ${postWords} @@ ${query}
    union all
    select p.id from posts p join post_revisions r on r.id = p.working_revision_id
    where p.status = 'published' and p.working_revision_id is distinct from p.live_revision_id and to_tsvector('simple',
      (r.content ->> 'title') || ' ' || (r.content ->> 'standfirst') || ' '
        || left(jsonb_path_query_array(r.content -> 'body', 'strict $.**.text')::text, 200000)) @@ ${query}))`
}

/** In a search, `%` is a per cent sign. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

function within({ days, sort }: StoryFilter): SQL | undefined {
  if (!days) return undefined
  const at = sort === "published" ? posts.publishedAt : posts.updatedAt
  const midnight = (day: string, more: number) =>
    sql`((${day}::date + ${more}::int)::timestamp at time zone ${days.timeZone})`
  return and(
    days.from ? sql`${at} >= ${midnight(days.from, 0)}` : undefined,
    days.to ? sql`${at} < ${midnight(days.to, 1)}` : undefined,
  )
}
