import "server-only"
import { and, asc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts, postTags, tags } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { overdueCause } from "@/lib/posts/due-stories"
import { mayChooseAuthor } from "@/lib/posts/policy"
import { bodyPictures, bylinesOnStory, correctionsOnStory, leadPicture } from "@/lib/posts/published"
import { isAhead } from "@/lib/posts/revision-types"
import { getWords } from "@/lib/posts/revision-words"
import type { StoryCursor } from "@/lib/posts/story-cursor"
import { type StoryFilter, storiesVisibleTo, storyMatches } from "@/lib/posts/story-filter-queries"
import { storyOrders } from "@/lib/posts/story-orders"
import { trashDays } from "@/lib/posts/trash-types"

const pageSize = 40

/** A page offers so many authors. */
const mostAuthors = 1000

type Person = Pick<Staff, "id" | "roles" | "authorId">

/**
 * Stories, last saved first unless it is asked otherwise: an editor sees all, a writer those they began or are credited on.
 * `next` is where the following page begins, null after the last one.
 */
export async function listStories(
  staff: Staff,
  filter: StoryFilter & { after?: StoryCursor | undefined } = {},
  limit = pageSize,
) {
  const order = storyOrders[filter.sort ?? "saved"]
  const rows = await database()
    .select({
      id: posts.id,
      slug: posts.slug,
      title: posts.title,
      status: posts.status,
      proposal: posts.proposal,
      bylines: bylineNames,
      updatedAt: posts.updatedAt,
      publishedAt: posts.publishedAt,
      publishAt: posts.publishAt,
      overdue: overdueCause,
      embargoUntil: posts.embargoUntil,
      unseen: sql<boolean>`${posts.status} = 'published' and ${posts.workingRevisionId} is not null
        and ${posts.workingRevisionId} is distinct from ${posts.liveRevisionId}`,
      // The greatest of zero and nothing is zero.
      daysLeft: sql<number | null>`case when ${posts.trashedAt} is not null then greatest(0,
        ceil(extract(epoch from ${posts.trashedAt} + make_interval(days => ${trashDays}) - now()) / 86400))::int end`,
      /** Whether readers could once read it. */
      wasPublic: sql<boolean>`${posts.publishedAt} is not null`,
      comments: sql<number>`(
        select count(*)::int from comments c where c.post_id = posts.id and c.status = 'approved')`,
      key: order.key,
    })
    .from(posts)
    .where(and(storyMatches(staff, filter), filter.after && order.after(filter.after)))
    .orderBy(...order.by)
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    stories: rows.slice(0, limit).map(({ key: _, ...story }) => story),
    next: last ? { key: last.key, id: last.id } : null,
  }
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
    .where(and(storiesVisibleTo(staff), eq(posts.id, id)))
  if (!row) return null
  const tagged = await database()
    .select({ slug: tags.slug, name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, id))
    .orderBy(asc(postTags.position), asc(tags.id))
  const { post, ...shown } = row
  const story = {
    ...post,
    ...shown,
    tags: tagged,
    unseen: isAhead(post),
    address: post.slug,
    authorIds: row.bylines.map(({ id }) => id),
  }
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
      .limit(mostAuthors)
  )
}

/** Who is credited on a story, each once and in order, as a column. */
export const bylineNames = sql<string[]>`(
  select json_agg(a.name order by b.position) from (
    select author_id, min(position) as position from post_bylines where post_id = posts.id group by author_id) as b
  join authors a on a.id = b.author_id)`
