import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { moderationBatches } from "@/db/schema/audit"
import { type Changed, transaction } from "@/db/transaction"
import type { AuditAction } from "@/lib/audit/types"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { actionOf, type Verdict } from "@/lib/comments/types"
import { countLeft, type LeftAlone, noneLeft } from "@/lib/moderation/bulk/policy"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeDecision } from "@/lib/moderation/decisions/judge"
import { lacksReason } from "@/lib/moderation/decisions/lacks-reason"
import type { Seen } from "@/lib/moderation/decisions/types"
import { writeDecisions } from "@/lib/moderation/decisions/write"

/** `batchId` is null when nothing had to be changed. */
export type BulkOutcome =
  | { ok: true; batchId: number | null; changed: number; left: LeftAlone }
  | { ok: false; reason: "not-allowed" | "no-reason" }

type Bulk = {
  verdict: Verdict
  /** One of `rejectionReasons`, for a rejection. */
  reason?: string
  seen: readonly Seen[]
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

type Decided = { batchId: number | null; changed: number; left: LeftAlone }

/** The same within a transaction that does more; `start` gives the batch once there is something to put into it. */
export async function decideMany(
  tx: Transaction,
  changed: Changed,
  {
    staff,
    verdict,
    reason = "",
    seen,
    start,
  }: Omit<Bulk, "about"> & { staff: Staff; start: () => Promise<number> },
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
