import "server-only"
import { and, desc, eq, ne, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { type CommentStatus, historyLimit, type QueueItem } from "@/lib/comments/decisions/decisions"
import type { Page } from "@/lib/comments/queue/page"

/**
 * What was decided about an address before. Counted once an address and not once a comment, and of the
 * newest only: one person with a thousand comments must not slow the queue.
 */
export function pastOf(db: Queryable, page: Page) {
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
export function without(history: History, status: CommentStatus): QueueItem["history"] {
  const key = status === "pending" ? "waiting" : status
  return key === "deleted" ? history : { ...history, [key]: Math.max(0, history[key] - 1) }
}
