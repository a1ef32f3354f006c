import "server-only"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { actionOf } from "@/lib/comments/types"
import { type BulkDecision, decideMany } from "@/lib/moderation/bulk/decide-many"
import type { LeftAlone } from "@/lib/moderation/bulk/policy"
import { startBatch } from "@/lib/moderation/bulk/start-batch"
import { lacksReason } from "@/lib/moderation/decisions/lacks-reason"

/** `batchId` is null when nothing had to be changed. */
export type BulkOutcome =
  | { ok: true; batchId: number | null; changed: number; left: LeftAlone }
  | { ok: false; reason: "not-allowed" | "no-reason" }

type Bulk = BulkDecision & {
  /** What was asked for, in words for the log: never an address. */
  about: string
}

/**
 * Decides about many comments at once, all or none: each that is still as it was seen gets the verdict and an event
 * of its own, the others are left alone and counted. Many more than `bulkLimit` would keep others waiting.
 */
export async function decideBulk(staff: Staff, { about, ...bulk }: Bulk): Promise<BulkOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  if (lacksReason(bulk.verdict, bulk.reason)) return { ok: false, reason: "no-reason" }
  const outcome = await transaction(async (tx, changed) => {
    const start = () => startBatch(tx, { staff, action: actionOf[bulk.verdict], about })
    return { ok: true as const, ...(await decideMany(tx, changed, { ...bulk, staff, start })) }
  })
  notifyModerators(bulk.seen.map(({ id }) => id))
  return outcome
}
