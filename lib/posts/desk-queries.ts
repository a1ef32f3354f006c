import "server-only"
import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts, postTags, tags } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type Cursor, writeCursor } from "@/lib/posts/cursor"
import { overdueCause } from "@/lib/posts/due-stories"
import { mayChooseAuthor } from "@/lib/posts/policy"
import { bodyPictures, bylinesOnStory, correctionsOnStory, leadPicture } from "@/lib/posts/published"
import { isAhead } from "@/lib/posts/revision-types"
import { getWords } from "@/lib/posts/revision-words"

const pageSize = 40

/** Counting stops here, so that a big archive slows no page. */
export const mostCounted = 1000

type Person = Pick<Staff, "id" | "roles">

export type StoryFilter = { status?: PostStatus; authorId?: number; search?: string }

/** Stories, last saved first: an editor's all, a writer's own. `next` is where the following page begins. */
export async function listStories(
  staff: Staff,
  filter: StoryFilter & { before?: Cursor } = {},
  limit = pageSize,
) {
  const rows = await database()
    .select({
      id: posts.id,
      slug: posts.slug,
      title: posts.title,
      status: posts.status,
      proposal: posts.proposal,
      bylines: bylineNames,
      updatedAt: posts.updatedAt,
      publishAt: posts.publishAt,
      overdue: overdueCause,
      embargoUntil: posts.embargoUntil,
      unseen: sql<boolean>`${posts.status} = 'published' and ${posts.workingRevisionId} is not null
        and ${posts.workingRevisionId} is distinct from ${posts.liveRevisionId}`,
      comments: sql<number>`(
        select count(*)::int from comments c where c.post_id = posts.id and c.status = 'approved')`,
      micros: sql<string>`(extract(epoch from ${posts.updatedAt}) * 1000000)::bigint`,
    })
    .from(posts)
    .where(and(matches(staff, filter), filter.before && olderThan(filter.before)))
    .orderBy(sql`${posts.updatedAt} desc nulls last`, sql`${posts.id} desc nulls last`)
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    stories: rows.slice(0, limit).map(({ micros: _, ...story }) => story),
    next: last ? writeCursor({ micros: Number(last.micros), id: last.id }) : null,
  }
}

export type StoryCounts = Record<PostStatus | "all", number>

/** How many stories stand where, under the other filters; the true number up to `mostCounted`. */
export async function countStories(staff: Staff, filter: Omit<StoryFilter, "status"> = {}) {
  const db = database()
  const counted = (status?: PostStatus) => {
    const found = db
      .select({ id: posts.id })
      .from(posts)
      .where(matches(staff, { ...filter, status }))
      .limit(mostCounted)
    return sql<number>`(select count(*)::int from ${found.as("found")})`
  }
  const [row] = await db
    .select({
      all: counted(),
      draft: counted("draft"),
      in_review: counted("in_review"),
      changes_asked: counted("changes_asked"),
      approved: counted("approved"),
      scheduled: counted("scheduled"),
      published: counted("published"),
      withdrawn: counted("withdrawn"),
    })
    .from(sql`(values (1)) as one`)
  if (!row) throw new Error("The database gave no counts back.")
  return row satisfies StoryCounts
}

/**
 * One story with everything its editor and its preview show, its newest words where readers see others, or null when this
 * person may not see it.
 */
export function getStory(staff: Staff, id: number) {
  return getStorySeenBy(staff, id)
}

/** The same for somebody who need not be the one who asks: a preview link shows what its maker may see. */
export async function getStorySeenBy(staff: Person, id: number) {
  const [row] = await database()
    .select({
      post: posts,
      lead: leadPicture,
      pictures: bodyPictures,
      bylines: bylinesOnStory,
      corrections: correctionsOnStory,
    })
    .from(posts)
    .where(and(visibleTo(staff), eq(posts.id, id)))
  if (!row) return null
  const tagged = await database()
    .select({ slug: tags.slug, name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, id))
    .orderBy(asc(postTags.position), asc(tags.id))
  const { post, ...shown } = row
  const story = { ...post, ...shown, tags: tagged, unseen: isAhead(post), address: post.slug }
  const copy = story.unseen ? await getWords(sql`${postRevisions.id} = ${post.workingRevisionId}`) : null
  return copy ? { ...story, ...copy.words, updatedAt: copy.savedAt } : story
}

export type DeskStory = NonNullable<Awaited<ReturnType<typeof getStory>>>

/** Whom this person can credit on a story: an editor everybody's, a writer their own. */
export async function listBylines(staff: Staff): Promise<{ id: number; name: string; title: string }[]> {
  if (!mayChooseAuthor(staff) && staff.authorId === null) return []
  return (
    database()
      .select({ id: authors.id, name: authors.name, title: authors.title })
      .from(authors)
      .where(mayChooseAuthor(staff) ? undefined : eq(authors.id, staff.authorId ?? 0))
      // Their own first: there may be more authors than are listed.
      .orderBy(sql`${authors.id} <> ${staff.authorId ?? 0}`, asc(authors.name), asc(authors.id))
      .limit(mostCounted)
  )
}

/** Who is credited on a story, each once and in order, as a column. */
export const bylineNames = sql<string[]>`(
  select json_agg(a.name order by b.position) from (
    select author_id, min(position) as position from post_bylines where post_id = posts.id group by author_id) as b
  join authors a on a.id = b.author_id)`

/** Whether a story names an author. */
export function namesAuthor(authorId: number): SQL {
  return sql`exists (select from post_bylines b where b.post_id = posts.id and b.author_id = ${authorId})`
}

function matches(staff: Staff, { status, authorId, search }: StoryFilter): SQL | undefined {
  return and(
    visibleTo(staff),
    status === undefined ? undefined : eq(posts.status, status),
    authorId === undefined ? undefined : namesAuthor(authorId),
    search ? sql`${posts.title} ilike ${`%${literally(search)}%`}` : undefined,
  )
}

/** The same rule as `maySee`, as Postgres asks it. */
function visibleTo(staff: Person): SQL | undefined {
  if (may(staff, "posts.edit-all")) return undefined
  return may(staff, "posts.write-own") ? eq(posts.createdBy, staff.id) : sql`false`
}

/** In a search, `%` is a per cent sign. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

function olderThan({ micros, id }: Cursor): SQL {
  return sql`(${posts.updatedAt}, ${posts.id}) < ('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond', ${id}::bigint)`
}
