import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { staff as staffTable } from "@/db/schema/staff"

/** The event that took a decision back, and who did it. */
export async function findUndoing(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({
      id: auditEvents.id,
      staffId: auditEvents.staffId,
      by: staffTable.name,
      at: auditEvents.createdAt,
    })
    .from(auditEvents)
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(eq(auditEvents.undoes, eventId))
  return row && { ...row, verdict: "undone" as const }
}
