import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { moderationBatches } from "@/db/schema/audit"
import { transaction } from "@/db/transaction"
import { undoMinutes } from "@/lib/audit/types"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { type LeftAlone, noneLeft } from "@/lib/moderation/bulk/policy"
import { restoreBan } from "@/lib/moderation/bulk/restore-ban"
import { restoreComments } from "@/lib/moderation/bulk/restore-comments"

export type BatchUndone =
  /** `before` when it was taken back already; then nothing was changed now. */
  | { ok: true; batchId: number; before: boolean; restored: number; left: LeftAlone }
  | { ok: false; reason: "not-allowed" | "gone" | "too-late" }

/**
 * Takes back what was decided about many at once, within the hour: each comment whose standing decision is still the
 * batch's has exactly the status it had before, the others are left and counted. A ban made with it is gone again
 * unless it was lifted meanwhile, and one lifted with it stands again.
 */
export async function undoBatch(staff: Staff, batchId: number): Promise<BatchUndone> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const undone = await transaction(async (tx, changed): Promise<BatchUndone> => {
    const batch = await lockBatch(tx, batchId)
    if (!batch) return { ok: false, reason: "gone" }
    if (batch.undoneAt) return { ok: true, batchId, before: true, restored: 0, left: noneLeft() }
    if (!batch.undoable) return { ok: false, reason: "too-late" }
    const told = await restoreComments(tx, changed, { staff, batchId })
    await restoreBan(tx, { staff, batchId })
    await tx
      .update(moderationBatches)
      .set({ undoneAt: sql`clock_timestamp()` })
      .where(eq(moderationBatches.id, batchId))
    return { ok: true, batchId, before: false, ...told }
  })
  if (undone.ok) notifyModerators("many")
  return undone
}

/** Whoever comes second waits here, and finds that it was taken back. */
async function lockBatch(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      undoneAt: moderationBatches.undoneAt,
      undoable: sql<boolean>`${moderationBatches.createdAt} > clock_timestamp() - make_interval(mins => ${undoMinutes})`,
    })
    .from(moderationBatches)
    .where(eq(moderationBatches.id, id))
    .for("no key update")
  return row
}
