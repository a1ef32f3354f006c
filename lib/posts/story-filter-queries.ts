import "server-only"
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { type Days, withinDays } from "@/db/days"
import { posts } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { ownStories } from "@/lib/posts/own-stories"
import type { StorySort } from "@/lib/posts/story-list-url"

/** What stories are looked for, wherever they stand. */
export type StoryChoice = {
  authorId?: number | undefined
  tagId?: number | undefined
  search?: string | undefined
  /** Of the moment that the list is sorted by, in days of this time zone. */
  days?: Days
  sort?: StorySort | undefined
}

export type StoryFilter = StoryChoice & {
  status?: PostStatus | undefined
  /** Those that were put away, where it is asked for them; all others otherwise. */
  shelf?: "archived" | "trash" | undefined
}

/** Which of the stories that somebody may see a list shows. */
export function storyMatches(staff: Staff, filter: StoryFilter): SQL | undefined {
  const { status, shelf } = filter
  return and(
    choiceMatches(staff, filter),
    onShelf(shelf),
    status === undefined ? undefined : eq(posts.status, status),
  )
}

/** The same for stories wherever they stand. */
export function choiceMatches(staff: Staff, choice: StoryChoice): SQL | undefined {
  const { authorId, tagId, search } = choice
  return and(
    storiesVisibleTo(staff),
    authorId === undefined ? undefined : namesAuthor(authorId),
    tagId === undefined
      ? undefined
      : sql`exists (select from post_tags pt where pt.post_id = posts.id and pt.tag_id = ${tagId})`,
    search ? says(search) : undefined,
    within(choice),
  )
}

function namesAuthor(authorId: number): SQL {
  return sql`exists (select from post_bylines b where b.post_id = posts.id and b.author_id = ${authorId})`
}

/** The same rule as `maySee`, as Postgres asks it; what was deleted for good nobody sees. */
export function storiesVisibleTo(staff: Pick<Staff, "id" | "roles" | "authorId">): SQL | undefined {
  if (may(staff, "posts.edit-all")) return isNull(posts.deletedAt)
  return may(staff, "posts.write-own") ? and(isNull(posts.deletedAt), ownStories(staff)) : sql`false`
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
  return sql`(${posts.title} ilike ${`%${literally(search)}%`} or ${posts.id} in (select posts_that_say(${query})))`
}

/** In a search, `%` is a per cent sign. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

function within({ days, sort }: StoryChoice): SQL | undefined {
  return days && withinDays(sort === "published" ? posts.publishedAt : posts.updatedAt, days)
}
