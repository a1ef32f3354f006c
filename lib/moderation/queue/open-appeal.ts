import "server-only"
import { and, eq, isNull, type SQLWrapper } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import { decidesAlone, openToDecider } from "@/lib/comments/second-look"

/** The appeal that nobody has decided about, and whose decision it is against. */
export function openAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: commentAppeals.id,
      body: commentAppeals.body,
      at: commentAppeals.createdAt,
      staffId: auditEvents.staffId,
      alone: decidesAlone(auditEvents.staffId).as("decides_alone"),
      openToDecider: openToDecider(auditEvents.staffId, commentAppeals.createdAt).as("open_to_decider"),
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.eventId))
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.decidedBy)))
    .limit(1)
}
