import "server-only"
import { and, desc, eq, ne, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { CommentStatus } from "@/lib/comments/types"
import type { Page } from "@/lib/moderation/queue/page"
import { historyLimit, type QueueItem } from "@/lib/moderation/types"

/**
 * What was decided about an address before: against it whatever came from its mailbox, for it only what came from the
 * very address. Counted once an address and not once a comment, and of the newest only: one person with a thousand
 * comments must not slow the queue.
 */
export function authorHistory(db: Queryable, page: Page) {
  const mailbox = sql<Buffer>`coalesce(
    (array_agg(${page.mailboxHash}) filter (where ${page.mailboxHash} is not null))[1], ${page.emailHash})`
  const addresses = db.$with("addresses").as(
    db
      .select({ emailHash: page.emailHash, mailbox: mailbox.as("mailbox") })
      .from(page)
      .groupBy(page.emailHash),
  )
  const said = alias(comments, "said")
  const past = db
    .select({
      status: said.status,
      // Written out: of one table's columns Drizzle leaves out whose they are.
      exact: sql<boolean>`said.email_hash = addresses.email_hash`.as("exact"),
    })
    .from(said)
    .where(
      and(
        sql`coalesce(${said.mailboxHash}, ${said.emailHash}) = ${addresses.mailbox}`,
        ne(said.status, "deleted"),
      ),
    )
    .orderBy(desc(said.createdAt))
    .limit(historyLimit + 1)
    .as("past")
  const count = (status: CommentStatus, by: "mailbox" | "address") =>
    sql<number>`(count(*) filter (where ${past.status} = ${status}
      and ${by === "mailbox" ? sql`true` : past.exact}))::int`.as(status)
  const first = alias(comments, "first")
  const firstSeen = db
    .select({ at: sql`min(${first.createdAt})` })
    .from(first)
    .where(eq(first.emailHash, addresses.emailHash))
  const counted = db
    .select({
      emailHash: addresses.emailHash,
      approved: count("approved", "address"),
      rejected: count("rejected", "mailbox"),
      spam: count("spam", "mailbox"),
      waiting: count("pending", "address"),
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
