import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { transaction } from "@/db/transaction"
import { undoMinutes } from "@/lib/audit/types"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import { canMailOutcome, selectDueReports } from "@/lib/comments/due-reports"
import { decryptEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"
import { blackoutMark } from "@/lib/text/blackout"

/** Messages about reports to one address in a day; further ones wait for the next. */
export const outcomesPerDay = 10

/**
 * Mails who reported a comment and asked for it what was decided, once for each report, as soon as nothing about the
 * comment can be taken back any more. Safe on several instances at once.
 */
export async function queueReportMail(): Promise<void> {
  const recipients = new Set((await selectDueReports(database())).map(({ commenterId }) => commenterId))
  for (const commenterId of recipients) await queueFor(commenterId)
}

async function queueFor(commenterId: number): Promise<void> {
  await transaction(async (tx) => {
    const it = eq(commenters.id, commenterId)
    // One instance after the other, so that each counts what the one before it has queued.
    const [commenter] = await tx.select().from(commenters).where(it).for("no key update")
    if (!commenter) return
    const sent = await tx.$count(
      mailDeliveries,
      and(
        eq(mailDeliveries.commenterId, commenterId),
        eq(mailDeliveries.kind, "report_outcome"),
        sql`${mailDeliveries.createdAt} > now() - interval '1 day'`,
      ),
    )
    const due = await selectDueReports(tx, it)
    for (const [at, { report, event }] of due.slice(0, Math.max(0, outcomesPerDay - sent)).entries()) {
      const last = sent + at + 1 === outcomesPerDay
      await queueDelivery(tx, {
        kind: "report_outcome",
        recipient: decryptEmail(commenter.emailSealed),
        commenterId,
        content: { report: String(report), event: String(event), ...(last && { last: "yes" }) },
        dedupeKey: `${report}/${event}`,
      })
    }
  })
}

export type ReportOutcome = "stays" | "blacked-out" | "removed"

/**
 * What became of a report, or `null` when its message should not go any more: the decision was replaced by another one,
 * the story withdrawn, or its recipient wants no mail.
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
          and e.created_at <= now() - make_interval(mins => ${undoMinutes})
          and strpos(${comments.body}, ${blackoutMark}) > 0)`,
    })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(commenters, eq(commenters.id, commentReports.commenterId))
    .where(and(eq(commentReports.id, reportId), eq(posts.status, "published"), canMailOutcome))
  if (!row) return null
  const decision = await findCurrentDecision(database(), row)
  if (decision?.id !== eventId) return null
  const outcome: ReportOutcome =
    decision.verdict !== "approved" ? "removed" : row.blackedOut ? "blacked-out" : "stays"
  return { id: row.id, slug: row.slug, title: row.title, outcome }
}
