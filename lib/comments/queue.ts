import "server-only"
import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  lt,
  ne,
  notExists,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable } from "@/db/client"
import { commentReports, comments, moderationEvents } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import {
  type CommentStatus,
  type ModerationAction,
  type QueueItem,
  type QueueName,
  queueNames,
  undoMinutes,
  type Verdict,
  verdictOf,
} from "@/lib/comments/decisions"

export const queuePageSize = 50

/** Counting stops here, so that a flood of spam makes no page slow. */
export const countLimit = 10_000

type QueuePage = {
  items: QueueItem[]
  /** Where the next page begins, or `null` on the last one. */
  next: number | null
}

/**
 * One page of a queue, in one query: what waits or was reported comes oldest first, what was decided
 * newest first. Holds nothing of a commenter's addresses, only what was decided about the same address before.
 */
export async function listQueue(
  staff: Staff,
  { status, after = null }: { status: QueueName; after?: number | null },
): Promise<QueuePage> {
  mustModerate(staff)
  const db = database()
  const oldestFirst = status === "waiting" || status === "reported"
  const begins = after === null ? undefined : oldestFirst ? gt(comments.id, after) : lt(comments.id, after)
  const rows = await selectItems(db, {
    where: and(belongsTo(db, status), begins),
    order: oldestFirst ? "oldest" : "newest",
    limit: queuePageSize + 1,
  })
  const items = rows.slice(0, queuePageSize)
  return { items, next: rows.length > queuePageSize ? (items.at(-1)?.id ?? null) : null }
}

/** One comment as the queue shows it, or `null` when it is gone. */
export async function getQueueItem(staff: Staff, id: number): Promise<QueueItem | null> {
  mustModerate(staff)
  const [item] = await selectItems(database(), { where: eq(comments.id, id), order: "oldest", limit: 1 })
  return item ?? null
}

/** How many comments are in each queue: the true number, up to `countLimit`. */
export async function countQueues(staff: Staff): Promise<Record<QueueName, number>> {
  mustModerate(staff)
  const db = database()
  const counted = (name: QueueName) => {
    const rows = db.select({ id: comments.id }).from(comments).where(belongsTo(db, name)).limit(countLimit)
    return sql<number>`(select count(*)::int from ${rows.as(name)})`
  }
  const [row] = await db
    .select({
      waiting: counted("waiting"),
      reported: counted("reported"),
      approved: counted("approved"),
      rejected: counted("rejected"),
      spam: counted("spam"),
    })
    .from(sql`(values (1)) as one`)
  return row ?? { waiting: 0, reported: 0, approved: 0, rejected: 0, spam: 0 }
}

export type Standing = NonNullable<Awaited<ReturnType<typeof findStanding>>>

/** The moderator's decision that a comment's status is owed to, or `null`. */
export async function findStanding(db: Queryable, comment: { id: number; status: CommentStatus }) {
  const [decision] = await newestDecision(db, comment.id)
  return decision ? standingOf(decision, comment.status) : null
}

/** Whether readers have reported the comment since that decision. */
export async function hasOpenReports(
  db: Queryable,
  commentId: number,
  decision: { at: Date } | null,
): Promise<boolean> {
  const since = decision ? gt(commentReports.createdAt, decision.at) : undefined
  const [report] = await db
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), since))
    .limit(1)
  return report !== undefined
}

/** A decision that was taken back counts no more; the one before it does. */
function newestDecision(db: Queryable, commentId: number | SQLWrapper) {
  const undoing = alias(moderationEvents, "undoing")
  return db
    .select({
      id: moderationEvents.id,
      staffId: moderationEvents.staffId,
      by: staffTable.name,
      action: moderationEvents.action,
      fromStatus: moderationEvents.fromStatus,
      toStatus: moderationEvents.toStatus,
      version: moderationEvents.commentVersion,
      reason: moderationEvents.reason,
      at: moderationEvents.createdAt,
      undoable:
        sql<boolean>`${moderationEvents.createdAt} > now() - make_interval(mins => ${undoMinutes})`.as(
          "undoable",
        ),
    })
    .from(moderationEvents)
    .innerJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(
      and(
        eq(moderationEvents.commentId, commentId),
        inArray(moderationEvents.action, ["approved", "rejected", "marked_spam"]),
        notExists(db.select({ id: undoing.id }).from(undoing).where(eq(undoing.undoes, moderationEvents.id))),
      ),
    )
    .orderBy(desc(moderationEvents.id))
    .limit(1)
}

type Decision = Awaited<ReturnType<typeof newestDecision>>[number]

/** The author's edit may have changed the status since; then the decision stands no longer. */
function standingOf(decision: Decision, status: CommentStatus) {
  const verdict = verdictOf(decision.action)
  return verdict && decision.toStatus === status ? { ...decision, verdict } : null
}

const statusOf = { waiting: "pending", approved: "approved", rejected: "rejected", spam: "spam" } as const

function belongsTo(db: Queryable, queue: QueueName): SQL | undefined {
  if (queue !== "reported") return eq(comments.status, statusOf[queue])
  const reported = db.select({ id: commentReports.commentId }).from(commentReports)
  const decision = newestDecision(db, comments.id).as("decision")
  const open = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .leftJoinLateral(decision, sql`true`)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
  return and(inArray(comments.status, ["pending", "approved"]), inArray(comments.id, reported), exists(open))
}

function isOpen(decidedAt: SQLWrapper): SQL {
  return sql`${commentReports.createdAt} > coalesce(${decidedAt}, '-infinity')`
}

type Selection = { where: SQL | undefined; order: "oldest" | "newest"; limit: number }

async function selectItems(db: Queryable, { where, order, limit }: Selection): Promise<QueueItem[]> {
  const direction = order === "oldest" ? asc : desc
  const page = db
    .$with("page")
    .as(db.select().from(comments).where(where).orderBy(direction(comments.id)).limit(limit))
  const parent = alias(comments, "parent")
  const decision = newestDecision(db, page.id).as("decision")
  const reports = openReports(db, page.id, decision.at).as("reports")
  const history = pastOf(db, page).as("history")
  const held = db
    .select({ reason: moderationEvents.reason })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, page.id), eq(moderationEvents.action, "held")))
    .orderBy(desc(moderationEvents.id))
    .limit(1)
    .as("held")
  const last = db
    .select({ action: moderationEvents.action, by: staffTable.name, at: moderationEvents.createdAt })
    .from(moderationEvents)
    .leftJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(eq(moderationEvents.commentId, page.id))
    .orderBy(desc(moderationEvents.id))
    .limit(1)
    .as("last")

  const rows = await db
    .with(page)
    .select({
      comment: {
        id: page.id,
        status: page.status,
        version: page.version,
        name: page.name,
        website: page.website,
        body: page.body,
        createdAt: page.createdAt,
        editedAt: page.editedAt,
      },
      post: { slug: posts.slug, title: posts.title },
      parent: { id: parent.id, name: parent.name, excerpt: sql<string>`left(${parent.body}, 240)` },
      history: {
        approved: history.approved,
        rejected: history.rejected,
        spam: history.spam,
        waiting: history.waiting,
        firstSeen: history.firstSeen,
      },
      reports: { count: reports.count, reasons: reports.reasons, notes: reports.notes },
      heldFor: held.reason,
      decision: {
        id: decision.id,
        staffId: decision.staffId,
        by: decision.by,
        action: decision.action,
        fromStatus: decision.fromStatus,
        toStatus: decision.toStatus,
        version: decision.version,
        reason: decision.reason,
        at: decision.at,
        undoable: decision.undoable,
      },
      last: { action: last.action, by: last.by, at: last.at },
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.postId))
    .leftJoin(parent, eq(parent.id, page.parentId))
    .leftJoinLateral(decision, sql`true`)
    .leftJoinLateral(held, sql`true`)
    .leftJoinLateral(last, sql`true`)
    .crossJoinLateral(reports)
    .crossJoinLateral(history)
    .orderBy(direction(page.id))
  return rows.map((row) => ({}) as never)
}
