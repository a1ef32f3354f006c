import "server-only"
import type { Transaction } from "@/db/client"
import type { Changed } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { actionOf, type Verdict } from "@/lib/comments/types"
import { countLeft, type LeftAlone, noneLeft } from "@/lib/moderation/bulk/policy"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeDecision } from "@/lib/moderation/decisions/judge-decision"
import type { Seen } from "@/lib/moderation/decisions/types"
import { writeDecisions } from "@/lib/moderation/decisions/write"

export type BulkDecision = {
  verdict: Verdict
  /** One of `rejectionReasons`, for a rejection. */
  reason?: string
  seen: readonly Seen[]
}

type Decided = { batchId: number | null; changed: number; left: LeftAlone }

/**
 * Decides about many comments within a transaction that does more; `start` gives the batch once there is something to
 * put into it.
 */
export async function decideMany(
  tx: Transaction,
  changed: Changed,
  { staff, verdict, reason = "", seen, start }: BulkDecision & { staff: Staff; start: () => Promise<number> },
): Promise<Decided> {
  const byId = new Map(seen.map((one) => [one.id, one]))
  const ids = [...byId.keys()]
  const found = await lockCandidates(tx, staff, ids)
  const left = noneLeft()
  left.gone = ids.length - found.length
  const changes = found.flatMap((comment) => {
    const seen = byId.get(comment.id) ?? { id: comment.id, version: 0 }
    const judgement = judgeDecision(comment, { verdict, seen, staffId: staff.id, batch: true })
    if (judgement === "changes") return [{ comment, toStatus: verdict }]
    countLeft(left, judgement)
    return []
  })
  if (changes.length === 0) return { batchId: null, changed: 0, left }
  const batchId = await start()
  const action = actionOf[verdict]
  await writeDecisions(tx, changed, {
    staff,
    batchId,
    action,
    reason: verdict === "rejected" ? reason : "",
    changes,
  })
  return { batchId, changed: changes.length, left }
}
