import "server-only"
import type { Transaction } from "@/db/client"
import { bans } from "@/db/schema/moderation"
import type { Changed } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { lockComments } from "@/lib/comments/locks"
import { expiryOf } from "@/lib/moderation/bans/expiry"
import type { BanInput } from "@/lib/moderation/bans/input"
import { findSame, lockBan } from "@/lib/moderation/bans/same-ban"
import { startBanBatch } from "@/lib/moderation/bans/start-ban-batch"
import { resolveBan } from "@/lib/moderation/bans/target"
import type { Banned } from "@/lib/moderation/bans/types"
import { seeWaiting } from "@/lib/moderation/bans/waiting"
import { decideMany } from "@/lib/moderation/bulk/decide-many"

/** Writes a ban within a transaction, and marks waiting comments as spam with it, in one batch. */
export async function writeBan(
  tx: Transaction,
  changed: Changed,
  { staff, input }: { staff: Staff; input: BanInput },
): Promise<Banned> {
  const target = await resolveBan(tx, input)
  if (!target.ok) return target
  const { kind, hash, pattern, endsAtLatest } = target
  await lockBan(tx, target)
  if (await findSame(tx, target)) return { ok: false, reason: "already" }

  const waiting = input.spam ? await seeWaiting(tx, staff, target) : []
  // With the occasion, which the ban's row holds fast: nobody locks comments out of their order.
  await lockComments(
    tx,
    [...waiting.map(({ id }) => id), target.occasion].filter((id) => id !== null),
  )
  const batchId = await startBanBatch(tx, { staff, action: "banned", kind })
  const expiresAt = expiryOf(input.lasts, endsAtLatest)
  const [row] = await tx
    .insert(bans)
    .values({
      kind,
      hash,
      pattern,
      reason: input.reason,
      commentId: target.occasion,
      staffId: staff.id,
      expiresAt,
    })
    .returning({ id: bans.id })
  if (!row) throw new Error("The database gave no ban back.")
  const start = () => Promise.resolve(batchId)
  const { changed: marked } = await decideMany(tx, changed, {
    staff,
    verdict: "spam",
    seen: waiting,
    start,
  })
  await recordEvent(tx, {
    commentId: target.occasion,
    staffId: staff.id,
    action: "banned",
    batchId,
    banId: row.id,
    detail: { kind, expires: expiresAt?.toISOString() ?? "never" },
  })
  return { ok: true, banId: row.id, batchId, marked }
}
