import "server-only"
import { and, eq, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { commentReports } from "@/db/schema/reports"
import { isOpen } from "@/lib/comments/current-decision"

/** What readers said since the last decision. */
export function openReports(db: Queryable, commentId: SQLWrapper, decidedAt: SQLWrapper) {
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
