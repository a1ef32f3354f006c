import "server-only"
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { bans } from "@/db/schema/moderation"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { undoMinutes } from "@/lib/audit/types"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { countLeft, type LeftAlone, noneLeft } from "@/lib/moderation/bulk/policy"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeUndo } from "@/lib/moderation/decisions/judge-undo"
import { writeDecisions } from "@/lib/moderation/decisions/write"

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

type Undoing = { staff: Staff; batchId: number }

async function restoreComments(
  tx: Transaction,
  changed: Changed,
  { staff, batchId }: Undoing,
): Promise<{ restored: number; left: LeftAlone }> {
  const decisions = await tx
    .select({ id: auditEvents.id, commentId: auditEvents.commentId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.batchId, batchId),
        inArray(auditEvents.action, ["approved", "rejected", "marked_spam"]),
        isNotNull(auditEvents.commentId),
      ),
    )
  const eventOf = new Map(decisions.map(({ id, commentId }) => [commentId, id]))
  const ids = decisions.map(({ commentId }) => commentId ?? 0)
  const left = noneLeft()
  if (ids.length === 0) return { restored: 0, left }
  const found = await lockCandidates(tx, staff, ids)
  left.gone = ids.length - found.length
  const changes = found.flatMap((comment) => {
    const undoes = eventOf.get(comment.id) ?? 0
    const undo = { eventId: undoes, answered: null, staffId: staff.id, batch: true }
    const judgement = judgeUndo(comment, undo)
    if (judgement === "changes") {
      return [{ comment, toStatus: comment.current?.fromStatus ?? ("pending" as const), undoes }]
    }
    countLeft(left, judgement)
    return []
  })
  await writeDecisions(tx, changed, { staff, batchId, action: "undone", changes })
  return { restored: changes.length, left }
}

async function restoreBan(tx: Transaction, { staff, batchId }: Undoing): Promise<void> {
  const [decision] = await tx
    .select({ id: auditEvents.id, action: auditEvents.action, banId: auditEvents.banId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.batchId, batchId),
        inArray(auditEvents.action, ["banned", "ban_lifted"]),
        isNotNull(auditEvents.banId),
      ),
    )
  if (!decision?.banId) return
  const it = eq(bans.id, decision.banId)
  const restored =
    decision.action === "banned"
      ? await tx
          .delete(bans)
          .where(and(it, isNull(bans.liftedAt)))
          .returning({ id: bans.id })
      : await tx.update(bans).set({ liftedAt: null }).where(it).returning({ id: bans.id })
  if (restored.length === 0) return
  // Of no comment: what the ban was about is not what happened to the comment.
  await recordEvent(tx, {
    staffId: staff.id,
    action: "undone",
    undoes: decision.id,
    banId: decision.banId,
    batchId,
  })
}
