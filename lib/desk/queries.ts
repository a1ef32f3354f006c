import "server-only"
import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { may, type Staff } from "@/lib/auth/staff"
import { isOpen, newestDecision } from "@/lib/comments/current-decision"
import { findOverdue, type Overdue } from "@/lib/jobs/overdue"
import { countQueues, countUndecided } from "@/lib/moderation/queue/counts"
import { belongsTo } from "@/lib/moderation/queue/filter"
import { bylineNames } from "@/lib/posts/desk-queries"
import { ownStories } from "@/lib/posts/own-stories"

/** What is overdue in the background, for those who can have it mended; nothing for others. Read once a request. */
export const listOverdueWork = cache(async (staff: Staff): Promise<Overdue[]> => {
  return may(staff, "posts.publish") ? findOverdue() : []
})

/** How many comments ask for a moderator's decision; 0 for someone who decides about none. */
export async function countUndecidedComments(staff: Staff): Promise<number> {
  return may(staff, "comments.moderate") ? countUndecided(staff) : 0
}

/** The queues that wait for an answer: how much is in each, up to `countLimit`, and since when the oldest waits. */
export type WaitingQueue = { queue: "waiting" | "reported" | "appeals"; count: number; oldest: Date | null }

/** What moderators are waited for with; nothing for someone who decides about no comments. */
export async function listWaitingQueues(staff: Staff): Promise<WaitingQueue[]> {
  if (!may(staff, "comments.moderate")) return []
  const [counts, waiting, reported, appeals] = await Promise.all([
    countQueues(staff),
    oldestComment(),
    oldestReport(),
    oldestAppeal(),
  ])
  return [
    { queue: "waiting", count: counts.waiting, oldest: waiting },
    { queue: "reported", count: counts.reported, oldest: reported },
    { queue: "appeals", count: counts.appeals, oldest: appeals },
  ]
}

async function oldestComment(): Promise<Date | null> {
  const db = database()
  const [row] = await db
    .select({ at: comments.createdAt })
    .from(comments)
    .where(belongsTo(db, "waiting"))
    .orderBy(asc(comments.id))
    .limit(1)
  return row?.at ?? null
}

/** Since the report, not since the comment. */
async function oldestReport(): Promise<Date | null> {
  const db = database()
  const decision = newestDecision(db, commentReports.commentId).as("decision")
  const [row] = await db
    .select({ at: commentReports.createdAt })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .leftJoinLateral(decision, sql`true`)
    .where(and(belongsTo(db, "reported"), isOpen(decision.at)))
    .orderBy(asc(commentReports.id))
    .limit(1)
  return row?.at ?? null
}

async function oldestAppeal(): Promise<Date | null> {
  const db = database()
  const [row] = await db
    .select({ at: commentAppeals.createdAt })
    .from(commentAppeals)
    .innerJoin(comments, eq(comments.id, commentAppeals.commentId))
    .where(and(belongsTo(db, "appeals"), isNull(commentAppeals.decidedBy)))
    .orderBy(asc(commentAppeals.id))
    .limit(1)
  return row?.at ?? null
}

export type TodayStory = { id: number; title: string; at: Date; byline: string[] }

const shown = 6

/** Stories and changes that wait for an editor: everyone's for those who publish, a writer's own otherwise. */
export function listStoriesInReview(staff: Staff): Promise<TodayStory[]> {
  const waits = or(eq(posts.status, "in_review"), eq(posts.proposal, "in_review"))
  return listStories(staff, { where: and(waits, concerning(staff)), by: posts.updatedAt })
}

/** Stories that an editor has approved and nobody has published or scheduled. */
export function listApprovedStories(staff: Staff): Promise<TodayStory[]> {
  return listStories(staff, {
    where: and(eq(posts.status, "approved"), concerning(staff)),
    by: posts.updatedAt,
  })
}

/** The person's own stories, and changes of published ones, that an editor has sent back. */
export function listSentBackStories(staff: Staff): Promise<TodayStory[]> {
  const sentBack = or(eq(posts.status, "changes_asked"), eq(posts.proposal, "changes_asked"))
  return listStories(staff, { where: and(sentBack, ownStories(staff)), by: posts.updatedAt })
}

function concerning(staff: Staff): SQL | undefined {
  return may(staff, "posts.publish") ? undefined : ownStories(staff)
}

/** The person's own unfinished stories, last touched first. */
export function listOwnDrafts(staff: Staff): Promise<TodayStory[]> {
  const where = and(eq(posts.status, "draft"), ownStories(staff))
  return listStories(staff, { where, by: posts.updatedAt })
}

/** What came out last: everyone's for those who edit all, a writer's own otherwise. */
export function listLatelyPublished(staff: Staff): Promise<TodayStory[]> {
  const whose = may(staff, "posts.edit-all") ? undefined : ownStories(staff)
  return listStories(staff, { where: and(eq(posts.status, "published"), whose), by: posts.publishedAt })
}

type Choice = { where: SQL | undefined; by: typeof posts.updatedAt | typeof posts.publishedAt }

async function listStories(staff: Staff, { where, by }: Choice): Promise<TodayStory[]> {
  if (!may(staff, "posts.write-own")) return []
  return database()
    .select({
      id: posts.id,
      title: posts.title,
      at: sql<Date>`${by}`.mapWith(posts.updatedAt),
      byline: bylineNames,
    })
    .from(posts)
    .where(and(where, isNull(posts.trashedAt), isNull(posts.archivedAt)))
    .orderBy(desc(by), desc(posts.id))
    .limit(shown)
}
