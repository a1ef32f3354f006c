import "server-only"
import { eq, sql } from "drizzle-orm"
import { bans } from "@/db/schema/moderation"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import type { BanInput } from "@/lib/moderation/bans/input"
import { startBanBatch } from "@/lib/moderation/bans/start-ban-batch"
import type { Banned } from "@/lib/moderation/bans/types"
import { undoNewest } from "@/lib/moderation/bans/undo-newest"
import { writeBan } from "@/lib/moderation/bans/write-ban"
import type { BatchUndone } from "@/lib/moderation/bulk/undo"

/**
 * Bans an address, a network, a domain or a name, and marks their waiting comments as spam when that is asked for.
 * Both are one batch, which `undoBatch` takes back for an hour.
 */
export async function addBan(staff: Staff, input: BanInput): Promise<Banned> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const banned = await transaction((tx, changed) => writeBan(tx, changed, { staff, input }))
  if (banned.ok) notifyModerators("many")
  return banned
}

/** `batchId` is null when it was lifted before. */
type Lifted = { ok: true; batchId: number | null } | { ok: false; reason: "not-allowed" | "gone" }

/** Ends a ban before its time; the row stays as a record. Lifting it again changes nothing. */
export async function liftBan(staff: Staff, banId: number): Promise<Lifted> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const lifted = await transaction(async (tx): Promise<Lifted> => {
    const [ban] = await tx.select().from(bans).where(eq(bans.id, banId)).for("no key update")
    if (!ban) return { ok: false, reason: "gone" }
    if (ban.liftedAt) return { ok: true, batchId: null }
    const batchId = await startBanBatch(tx, { staff, action: "ban_lifted", kind: ban.kind })
    await tx.update(bans).set({ liftedAt: sql`clock_timestamp()` }).where(eq(bans.id, banId))
    await recordEvent(tx, {
      commentId: ban.commentId,
      staffId: staff.id,
      action: "ban_lifted",
      batchId,
      banId,
      detail: { kind: ban.kind },
    })
    return { ok: true, batchId }
  })
  if (lifted.ok) notifyModerators("many")
  return lifted
}

/** Takes a ban back within the hour, with what was marked as spam along with it: its row is gone again. */
export function undoBan(staff: Staff, banId: number): Promise<BatchUndone> {
  return undoNewest(staff, banId, "banned")
}

/** Lets a lifted ban stand again, within the hour, as if nobody had lifted it. */
export function undoLift(staff: Staff, banId: number): Promise<BatchUndone> {
  return undoNewest(staff, banId, "ban_lifted")
}
