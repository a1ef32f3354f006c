import "server-only"
import { and, desc, eq, isNull, ne, type SQLWrapper } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"

/** Why a comment was last held by the publication's rules, to be joined laterally to a page of them. */
export function lastHeld(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({ reason: auditEvents.reason })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.commentId, commentId),
        eq(auditEvents.toStatus, "pending"),
        isNull(auditEvents.staffId),
        ne(auditEvents.reason, ""),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
}
