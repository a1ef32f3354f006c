import "server-only"
import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import { type PostStatus, postStatuses } from "@/lib/documents/post-statuses"
import {
  choiceMatches,
  type StoryChoice,
  type StoryFilter,
  storyMatches,
} from "@/lib/posts/story-filter-queries"

/** Counting stops here, so that a big archive slows no page. */
export const mostCounted = 1000

export type StoryCounts = Record<PostStatus | "all" | "archived" | "trash", number>

/** How many stories stand where, under the other filters; the true number up to `mostCounted`. */
export async function countStories(staff: Staff, filter: StoryChoice = {}): Promise<StoryCounts> {
  const { archived, trash, ...standing } =
    may(staff, "posts.edit-all") && choosesAll(filter)
      ? await countEach(staff)
      : await countTogether(staff, filter)
  const all = Object.values(standing).reduce((sum, count) => sum + count, 0)
  const counts = { ...standing, all, archived, trash }
  return Object.fromEntries(
    Object.entries(counts).map(([where, count]) => [where, Math.min(mostCounted, count)]),
  ) as StoryCounts
}

type Counted = Omit<StoryCounts, "all">

function choosesAll({ authorId, tagId, search, days }: StoryChoice): boolean {
  return authorId === undefined && tagId === undefined && !search && !days?.from && !days?.to
}

/** Every story of the publication is counted along an index for each place, which ends at `mostCounted`. */
async function countEach(staff: Staff): Promise<Counted> {
  const count = (filter: StoryFilter) => sql<number>`(
    select count(*)::int from (select from posts where ${storyMatches(staff, filter)} limit ${mostCounted}) as c)`
  const standing = postStatuses.map((status) => [status, count({ status })])
  const [row] = await database()
    .select({
      ...(Object.fromEntries(standing) as Record<PostStatus, SQL<number>>),
      archived: count({ shelf: "archived" }),
      trash: count({ shelf: "trash" }),
    })
    .from(sql`(select) as one`)
  if (!row) throw new Error("The database counted nothing.")
  return row
}

/** What a filter leaves is found once, and then counted by where it stands. */
async function countTogether(staff: Staff, filter: StoryChoice): Promise<Counted> {
  const inList = and(isNull(posts.trashedAt), isNull(posts.archivedAt))
  const number = (where: SQL | undefined) => sql<number>`(count(*) filter (where ${where}))::int`
  const standing = postStatuses.map((status) => [
    status,
    number(and(inList, sql`${posts.status} = ${status}`)),
  ])
  const [row] = await database()
    .select({
      ...(Object.fromEntries(standing) as Record<PostStatus, SQL<number>>),
      archived: number(and(isNull(posts.trashedAt), isNotNull(posts.archivedAt))),
      trash: number(isNotNull(posts.trashedAt)),
    })
    .from(posts)
    .where(choiceMatches(staff, filter))
  if (!row) throw new Error("The database counted nothing.")
  return row
}
