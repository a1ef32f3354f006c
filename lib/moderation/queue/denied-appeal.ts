import "server-only"
import { and, desc, eq, type SQLWrapper } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import { staff as staffTable } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"

/** The newest denial of an appeal of its author, and the decision that was appealed against. */
export function deniedAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: auditEvents.id,
      by: staffTable.name,
      at: auditEvents.createdAt,
      undoable: isUndoable(auditEvents.createdAt).as("denial_undoable"),
      against: commentAppeals.eventId,
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.decidedBy))
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(and(eq(commentAppeals.commentId, commentId), eq(auditEvents.action, "appeal_denied")))
    .orderBy(desc(auditEvents.id))
    .limit(1)
}
