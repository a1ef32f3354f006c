import "server-only"
import { and, desc, eq } from "drizzle-orm"
import { database } from "@/db/client"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { type BatchUndone, undoBatch } from "@/lib/moderation/bulk/undo"

/** Takes the newest decision of this kind about a ban back, within the hour. */
export async function undoNewest(
  staff: Staff,
  banId: number,
  action: "banned" | "ban_lifted",
): Promise<BatchUndone> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const [made] = await database()
    .select({ batchId: moderationBatches.id })
    .from(moderationBatches)
    .innerJoin(auditEvents, eq(auditEvents.batchId, moderationBatches.id))
    .where(
      and(
        eq(moderationBatches.action, action),
        // An older one could not be taken back, and batches lead to their events by an index.
        isUndoable(moderationBatches.createdAt),
        eq(auditEvents.action, action),
        eq(auditEvents.banId, banId),
      ),
    )
    .orderBy(desc(moderationBatches.id))
    .limit(1)
  return made ? undoBatch(staff, made.batchId) : { ok: false, reason: "too-late" }
}
