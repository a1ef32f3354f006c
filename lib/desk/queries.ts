import "server-only"
import { asc, count, desc, eq, inArray, sql } from "drizzle-orm"
import { database } from "@/db/client"
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

export type DeskStory = {
  id: number
  slug: string
  title: string
  status: (typeof posts.$inferSelect)["status"]
  updatedAt: Date
  publishedAt: Date | null
  mine: boolean
}

/** Stories that somebody still has to do something about, last touched first: a writer's own, an editor's all. */
export function listUnfinishedStories(staff: Staff): Promise<DeskStory[]> {
  const unfinished = inArray(posts.status, ["in_review", "draft", "scheduled"])
  return listStories(staff, { where: unfinished, order: desc(posts.updatedAt) })
}

/** What came out last: a writer's own, an editor's all. */
export function listLatelyPublished(staff: Staff): Promise<DeskStory[]> {
  return listStories(staff, { where: eq(posts.status, "published"), order: desc(posts.publishedAt) })
}

type Choice = { where: ReturnType<typeof eq>; order: ReturnType<typeof desc> }

async function listStories(staff: Staff, { where, order }: Choice): Promise<DeskStory[]> {
  if (!may(staff, "posts.write-own")) return []
  const mine = sql<boolean>`coalesce(${posts.createdBy} = ${staff.id}, false)`
  return database()
    .select({
      id: posts.id,
      slug: posts.slug,
      title: posts.title,
      status: posts.status,
      updatedAt: posts.updatedAt,
      publishedAt: posts.publishedAt,
      mine,
    })
    .from(posts)
    .where(sql`${where} and (${may(staff, "posts.edit-all")} or ${mine})`)
    .orderBy(order, desc(posts.id))
    .limit(8)
}
