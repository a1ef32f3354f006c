import "server-only"
import { and, eq, exists, gt, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals, commentLeases, commentNotes } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { staff as staffTable } from "@/db/schema/staff"
import { decisionJoin, isOpen } from "@/lib/comments/current-decision"
import type { Change } from "@/lib/moderation/live/news"

/** How these comments stand now, for every desk alike. */
export async function readChanges(ids: readonly number[]): Promise<Change[]> {
  if (ids.length === 0) return []
  const db = database()
  const { decision } = decisionJoin(db, comments.id, "decision")
  const reports = db
    .select({ count: sql<number>`count(*)::int`.as("count") })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
    .as("reports")
  const appeals = db
    .select({ id: commentAppeals.id })
    .from(commentAppeals)
    .where(and(eq(commentAppeals.commentId, comments.id), isNull(commentAppeals.decidedBy)))
  const newest = (table: typeof auditEvents | typeof commentNotes) =>
    sql<number>`(select coalesce(max(${table.id}), 0) from ${table} where ${table.commentId} = ${comments.id})`.mapWith(
      Number,
    )
  const rows = await db
    .select({
      id: comments.id,
      status: comments.status,
      version: comments.version,
      event: newest(auditEvents),
      reports: reports.count,
      note: newest(commentNotes),
      appealed: sql<boolean>`${exists(appeals)}`,
      open: { staffId: commentLeases.staffId, by: staffTable.name },
    })
    .from(comments)
    .leftJoinLateral(decision, sql`true`)
    .crossJoinLateral(reports)
    .leftJoin(
      commentLeases,
      and(eq(commentLeases.commentId, comments.id), gt(commentLeases.until, sql`now()`)),
    )
    .leftJoin(staffTable, eq(staffTable.id, commentLeases.staffId))
    .where(sql`${comments.id} in ${numbers(ids)}`)
  return rows.map(({ open, ...row }) => ({
    ...row,
    open: open?.by ? { staffId: open.staffId ?? 0, by: open.by } : null,
  }))
}
