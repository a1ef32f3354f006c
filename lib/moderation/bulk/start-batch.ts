import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { moderationBatches } from "@/db/schema/audit"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"

/** Makes the row that holds a batch together; its hour counts from now. */
export async function startBatch(
  tx: Transaction,
  { staff, action, about }: { staff: Staff; action: AuditAction; about: string },
): Promise<number> {
  const [row] = await tx
    .insert(moderationBatches)
    .values({ staffId: staff.id, action, about: about.slice(0, 500), createdAt: sql`clock_timestamp()` })
    .returning({ id: moderationBatches.id })
  if (!row) throw new Error("The database gave no batch back.")
  return row.id
}
