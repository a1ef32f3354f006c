import "server-only"
import { and, eq, inArray, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import type { Changed } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { countLeft, type LeftAlone, noneLeft } from "@/lib/moderation/bulk/policy"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeUndo } from "@/lib/moderation/decisions/judge-undo"
import { writeDecisions } from "@/lib/moderation/decisions/write"

type Undoing = { staff: Staff; batchId: number }

/** Gives the comments of a batch the status they had before, where its decision still stands. */
export async function restoreComments(
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
