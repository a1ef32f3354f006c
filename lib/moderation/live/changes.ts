import "server-only"
import { and, asc, eq, exists, gt, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals, commentLeases } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { staff as staffTable } from "@/db/schema/staff"
import { currentDecisionOf, decisionJoin, isOpen } from "@/lib/comments/current-decision"
import type { Change } from "@/lib/moderation/live/news"
import { shownPart } from "@/lib/moderation/queue/items"

/** How these comments stand now, for every desk alike. */
export async function readChanges(ids: readonly number[]): Promise<Change[]> {
  if (ids.length === 0) return []
  const db = database()
  const { decision, columns } = decisionJoin(db, comments.id, "decision")
  const report = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
    .limit(1)
    .as("report")
  const appeals = db
    .select({ id: commentAppeals.id })
    .from(commentAppeals)
    .where(and(eq(commentAppeals.commentId, comments.id), isNull(commentAppeals.decidedBy)))
  const newest = db
    .select({ id: sql<number>`coalesce(max(${auditEvents.id}), 0)`.mapWith(Number).as("newest_id") })
    .from(auditEvents)
    .where(eq(auditEvents.commentId, comments.id))
    .as("newest")
  const rows = await db
    .select({
      id: comments.id,
      status: comments.status,
      event: newest.id,
      reportId: report.id,
      appealed: sql<boolean>`${exists(appeals)}`,
      decision: columns,
      open: { staffId: commentLeases.staffId, by: staffTable.name },
    })
    .from(comments)
    .leftJoinLateral(decision, sql`true`)
    .leftJoinLateral(report, sql`true`)
    .leftJoinLateral(newest, sql`true`)
    .leftJoin(
      commentLeases,
      and(eq(commentLeases.commentId, comments.id), gt(commentLeases.until, sql`now()`)),
    )
    .leftJoin(staffTable, eq(staffTable.id, commentLeases.staffId))
    .where(sql`${comments.id} in ${numbers(ids)}`)
  return rows.map(({ reportId, decision, open, event, ...row }) => {
    const standing = decision ? currentDecisionOf(decision, row.status) : null
    return {
      ...row,
      event: event ?? 0,
      reported: reportId !== null,
      standing: standing && shownPart(standing),
      open: open?.by ? { staffId: open.staffId ?? 0, by: open.by } : null,
    }
  })
}

/** The number of the newest event: where somebody who listens from now on begins. */
export async function newestEvent(): Promise<number> {
  const [row] = await database()
    .select({ id: sql<number>`coalesce(max(${auditEvents.id}), 0)`.mapWith(Number) })
    .from(auditEvents)
  return row?.id ?? 0
}

/** Events are numbered before they are kept: one with a lower number may come into sight a little later. */
const late = 50

/** The comments that something happened to since an event, or `null` when they are more than `most`. */
export async function changedSince(event: number, most: number): Promise<number[] | null> {
  const rows = await database()
    .selectDistinct({ id: auditEvents.commentId })
    .from(auditEvents)
    .where(gt(auditEvents.id, event - late))
    .orderBy(asc(auditEvents.commentId))
    .limit(most + 1)
  return rows.length > most ? null : rows.flatMap(({ id }) => id ?? [])
}
