import "server-only"
import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { notTheirs } from "@/lib/comments/self-service/disowned"

export type History = Awaited<ReturnType<typeof readHistory>>

/** What happened to a comment so far, as far as it bears on a proof of its address. */
export async function readHistory(tx: Transaction, commentId: number) {
  const events = await tx
    .select({
      action: auditEvents.action,
      toStatus: auditEvents.toStatus,
      reason: auditEvents.reason,
      staffId: auditEvents.staffId,
    })
    .from(auditEvents)
    .where(eq(auditEvents.commentId, commentId))
    .orderBy(desc(auditEvents.id))
  return {
    byStaff: events.some(({ staffId }) => staffId !== null),
    hidden: events.some(({ action }) => action === "hidden"),
    disowned: events.some(({ reason }) => reason === notTheirs),
    heldFor: events.find(({ toStatus }) => toStatus === "pending")?.reason ?? "",
  }
}
