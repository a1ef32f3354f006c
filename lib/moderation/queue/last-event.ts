import "server-only"
import { desc, eq, type SQLWrapper } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { staff as staffTable } from "@/db/schema/staff"

/** The newest thing that happened to a comment, to be joined laterally to a page of them. */
export function lastEvent(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      by: staffTable.name,
      at: auditEvents.createdAt,
    })
    .from(auditEvents)
    .leftJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(eq(auditEvents.commentId, commentId))
    .orderBy(desc(auditEvents.id))
    .limit(1)
}
