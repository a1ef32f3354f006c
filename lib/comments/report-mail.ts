import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { decryptEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"
import { blackoutMark } from "@/lib/text/blackout"

/** Messages about reports to one address in a day. Decisions made at the same moment can exceed it by a few. */
const outcomesPerDay = 10

/** Reports so old are answered no more; what was sent is remembered a little longer. */
const answeredDays = 30

/**
 * Tells who reported these comments and asked for it what was decided, once for each report. Call it in the
 * transaction of the decisions, with each comment's event.
 */
export async function queueReportMail(tx: Transaction, events: ReadonlyMap<number, number>): Promise<void> {
  if (events.size === 0) return
  const rows = await tx
    .select({
      report: commentReports.id,
      commentId: commentReports.commentId,
      commenterId: commenters.id,
      emailSealed: commenters.emailSealed,
    })
    .from(commentReports)
    .innerJoin(commenters, eq(commenters.id, commentReports.commenterId))
    .where(and(sql`${commentReports.commentId} in ${numbers([...events.keys()])}`, wanted, notSent))
    .orderBy(commenters.id, commentReports.id)
  for (const { report, commentId, commenterId, emailSealed } of rows) {
    if ((await countToday(tx, commenterId)) >= outcomesPerDay) continue
    const event = events.get(commentId)
    await queueDelivery(tx, {
      kind: "report_outcome",
      recipient: decryptEmail(emailSealed),
      commenterId,
      content: { report: String(report), event: String(event) },
      dedupeKey: `${report}/${event}`,
    })
  }
}

function countToday(tx: Transaction, commenterId: number): Promise<number> {
  return tx.$count(
    mailDeliveries,
    and(
      eq(mailDeliveries.commenterId, commenterId),
      eq(mailDeliveries.kind, "report_outcome"),
      sql`${mailDeliveries.createdAt} > now() - interval '1 day'`,
    ),
  )
}

export type ReportOutcome = "stays" | "blacked-out" | "removed"

/**
 * What became of a report, or `null` when its message should not go any more: the decision was taken back or replaced
 * by another one, the story withdrawn, or its recipient wants no mail.
 */
export async function getReportForMail(reportId: number, eventId: number) {
  const [row] = await database()
    .select({
      id: comments.id,
      status: comments.status,
      slug: posts.slug,
      title: posts.title,
      blackedOut: sql<boolean>`exists (select from ${blackouts} b join audit_events e on e.id = b.event_id
        where b.comment_id = ${comments.id} and e.created_at > ${commentReports.createdAt}
          and strpos(${comments.body}, ${blackoutMark}) > 0)`,
    })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(commenters, eq(commenters.id, commentReports.commenterId))
    .where(and(eq(commentReports.id, reportId), eq(posts.status, "published"), wanted))
  if (!row) return null
  const decision = await findCurrentDecision(database(), row)
  if (decision?.id !== eventId) return null
  const outcome: ReportOutcome =
    decision.verdict !== "approved" ? "removed" : row.blackedOut ? "blacked-out" : "stays"
  return { id: row.id, slug: row.slug, title: row.title, outcome }
}

const wanted = and(
  isNotNull(commenters.provedAt),
  isNull(commenters.mailStoppedAt),
  sql`${commentReports.createdAt} > now() - make_interval(days => ${answeredDays})`,
)

const notSent = sql`not exists (select from mail_deliveries m
  where m.kind = 'report_outcome' and m.commenter_id = ${commenters.id}
    and m.content ->> 'report' = ${commentReports.id}::text and m.state in ('sending', 'sent', 'in_doubt'))`
