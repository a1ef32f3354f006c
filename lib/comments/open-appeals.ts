import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { Queryable, Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import type { OpenAppeal } from "@/lib/comments/appeal-policy"
import { openToDecider } from "@/lib/comments/second-look"

/** The appeals among these comments that nobody has decided yet, with the author's words. */
export async function findOpenAppeals(db: Queryable, commentIds: readonly number[]) {
  if (commentIds.length === 0) return []
  return db
    .select({
      id: commentAppeals.id,
      commentId: commentAppeals.commentId,
      body: commentAppeals.body,
      createdAt: commentAppeals.createdAt,
      againstStaffId: auditEvents.staffId,
      openToDecider: openToDecider(auditEvents.staffId, commentAppeals.createdAt),
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.eventId))
    .where(and(sql`${commentAppeals.commentId} in ${numbers(commentIds)}`, isNull(commentAppeals.decidedBy)))
}

/** The appeal that an event decided, and the event it is against, or `null`. */
export async function findAppealDecidedBy(
  db: Queryable,
  eventId: number,
): Promise<(OpenAppeal & { eventId: number }) | null> {
  const [row] = await db
    .select({
      id: commentAppeals.id,
      eventId: commentAppeals.eventId,
      againstStaffId: auditEvents.staffId,
      openToDecider: openToDecider(auditEvents.staffId, commentAppeals.createdAt),
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.eventId))
    .where(eq(commentAppeals.decidedBy, eventId))
  return row ?? null
}

/** Writes down which event decided an appeal; `null` opens it again, as when that event is taken back. */
export async function settleAppeal(tx: Transaction, appealId: number, eventId: number | null): Promise<void> {
  await tx.update(commentAppeals).set({ decidedBy: eventId }).where(eq(commentAppeals.id, appealId))
}
