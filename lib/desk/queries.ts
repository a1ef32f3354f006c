import "server-only"
import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"

/** Counting stops here, so that a flood of comments slows no page of the desk. */
export const mostCounted = 1000

/** How many comments wait for a moderator, up to `mostCounted`; 0 for someone who decides about none. */
export async function countWaitingComments(staff: Staff): Promise<number> {
  if (!may(staff, "comments.moderate")) return 0
  const db = database()
  const waiting = db
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.status, "pending"))
    .limit(mostCounted)
    .as("waiting")
  const [row] = await db.select({ waiting: count() }).from(waiting)
  return row?.waiting ?? 0
}

/** Since when the longest waiting comment waits; `null` when none does. */
export async function oldestWaitingComment(staff: Staff): Promise<Date | null> {
  if (!may(staff, "comments.moderate")) return null
  const [row] = await database()
    .select({ at: comments.createdAt })
    .from(comments)
    .where(eq(comments.status, "pending"))
    .orderBy(asc(comments.id))
    .limit(1)
  return row?.at ?? null
}

export type DeskStory = { id: number; title: string; at: Date; byline: string }

const shown = 6

/** Stories that wait for an editor: everyone's for those who publish, a writer's own otherwise. */
export function listStoriesInReview(staff: Staff): Promise<DeskStory[]> {
  const whose = may(staff, "posts.publish") ? undefined : eq(posts.createdBy, staff.id)
  return listStories(staff, { where: and(eq(posts.status, "in_review"), whose), by: posts.updatedAt })
}

/** The person's own unfinished stories, last touched first. */
export function listOwnDrafts(staff: Staff): Promise<DeskStory[]> {
  const where = and(eq(posts.status, "draft"), eq(posts.createdBy, staff.id))
  return listStories(staff, { where, by: posts.updatedAt })
}

/** What came out last: everyone's for those who edit all, a writer's own otherwise. */
export function listLatelyPublished(staff: Staff): Promise<DeskStory[]> {
  const whose = may(staff, "posts.edit-all") ? undefined : eq(posts.authorId, staff.authorId ?? 0)
  return listStories(staff, { where: and(eq(posts.status, "published"), whose), by: posts.publishedAt })
}

type Choice = { where: SQL | undefined; by: typeof posts.updatedAt | typeof posts.publishedAt }

async function listStories(staff: Staff, { where, by }: Choice): Promise<DeskStory[]> {
  if (!may(staff, "posts.write-own")) return []
  return database()
    .select({
      id: posts.id,
      title: posts.title,
      at: sql<Date>`${by}`.mapWith(posts.updatedAt),
      byline: authors.name,
    })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .where(where)
    .orderBy(desc(by), desc(posts.id))
    .limit(shown)
}
