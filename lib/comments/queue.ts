import "server-only"
import { and, asc, desc, eq, exists, gt, inArray, lt, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable } from "@/db/client"
import { commentReports, comments, moderationEvents } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { type CommentStatus, historyLimit, type QueueItem, type QueueName } from "@/lib/comments/decisions"
import { isOpen, newestDecision, type Standing, standingOf } from "@/lib/comments/standing"

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

type Selection = { where: SQL | undefined; order: "oldest" | "newest"; limit: number }

async function selectItems(db: Queryable, { where, order, limit }: Selection): Promise<QueueItem[]> {
  const direction = order === "oldest" ? asc : desc
  const page = pageOf(db, { where, order, limit })
  const parent = alias(comments, "parent")
  const decision = newestDecision(db, page.id).as("decision")
  const reports = openReports(db, page.id, decision.at).as("reports")
  const { addresses, histories } = pastOf(db, page)
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
    .with(page, addresses, histories)
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
        approved: histories.approved,
        rejected: histories.rejected,
        spam: histories.spam,
        waiting: histories.waiting,
        firstSeen: histories.firstSeen,
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
    .innerJoin(histories, eq(histories.emailHash, page.emailHash))
    .orderBy(direction(page.id))
  return rows.map(({ comment, decision, history, heldFor, last, ...row }) => {
    const standing = decision ? standingOf(decision, comment.status) : null
    return {
      ...comment,
      ...row,
      history: without(history, comment.status),
      heldFor: heldFor ?? "",
      standing: standing && publicPart(standing),
      last: last && { ...last, by: last.by ?? null },
    }
  })
}

function publicPart({ id, verdict, by, reason, at, undoable }: Standing) {
  return { id, verdict, by, reason, at, undoable }
}

type Page = ReturnType<typeof pageOf>

function pageOf(db: Queryable, { where, order, limit }: Selection) {
  const direction = order === "oldest" ? asc : desc
  return db
    .$with("page")
    .as(db.select().from(comments).where(where).orderBy(direction(comments.id)).limit(limit))
}

/** What readers said since the last decision. */
function openReports(db: Queryable, commentId: SQLWrapper, decidedAt: SQLWrapper) {
  return db
    .select({
      count: sql<number>`count(*)::int`.as("count"),
      reasons: sql<string[]>`coalesce(array_agg(distinct ${commentReports.reason}::text), '{}')`.as(
        "reasons",
      ),
      notes: sql<
        string[]
      >`coalesce((array_agg(${commentReports.note} order by ${commentReports.id} desc) filter (where ${commentReports.note} <> ''))[1:3], '{}')`.as(
        "notes",
      ),
    })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), isOpen(decidedAt)))
}

/**
 * What was decided about an address before. Counted once an address and not once a comment, and of the
 * newest only: one person with a thousand comments must not slow the queue.
 */
function pastOf(db: Queryable, page: Page) {
  const addresses = db.$with("addresses").as(db.selectDistinct({ emailHash: page.emailHash }).from(page))
  const said = alias(comments, "said")
  const past = db
    .select({ status: said.status })
    .from(said)
    .where(and(eq(said.emailHash, addresses.emailHash), ne(said.status, "deleted")))
    .orderBy(desc(said.createdAt))
    .limit(historyLimit + 1)
    .as("past")
  const count = (status: CommentStatus) =>
    sql<number>`(count(*) filter (where ${past.status} = ${status}))::int`.as(status)
  const first = alias(comments, "first")
  const firstSeen = db
    .select({ at: sql`min(${first.createdAt})` })
    .from(first)
    .where(eq(first.emailHash, addresses.emailHash))
  const counted = db
    .select({
      emailHash: addresses.emailHash,
      approved: count("approved"),
      rejected: count("rejected"),
      spam: count("spam"),
      waiting: count("pending"),
      firstSeen: sql<Date>`(${firstSeen})`.mapWith(comments.createdAt).as("first_seen"),
    })
    .from(addresses)
    .leftJoinLateral(past, sql`true`)
    .groupBy(addresses.emailHash)
  return { addresses, histories: db.$with("histories").as(counted) }
}

type History = QueueItem["history"] & { firstSeen: Date }

/** The comment in hand is no part of what was there before it. */
function without(history: History, status: CommentStatus): QueueItem["history"] {
  const key = status === "pending" ? "waiting" : status
  return key === "deleted" ? history : { ...history, [key]: Math.max(0, history[key] - 1) }
}

function mustModerate(staff: Staff): void {
  if (!may(staff, "comments.moderate")) throw new Error("Only moderators may see the queue.")
}
