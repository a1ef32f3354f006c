import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { media } from "@/db/schema/media"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { mayChange, whyNotRewrite } from "@/lib/media/policy"
import { visibleTo } from "@/lib/media/queries"
import { isOfOpenWords, isOwnUse, usedBy } from "@/lib/media/shown-uses"

export type StoredMedium = typeof media.$inferSelect

type Locked = { ok: true; medium: StoredMedium } | { ok: false; reason: "not-found" | "not-allowed" }

/** A picture that this person may change, locked until the transaction ends. */
export async function lockMedium(tx: Transaction, staff: Staff, id: number): Promise<Locked> {
  const [medium] = await tx
    .select()
    .from(media)
    .where(and(visibleTo(staff), eq(media.id, id)))
    .for("update")
  if (!medium) return { ok: false, reason: "not-found" }
  return mayChange(staff, medium) ? { ok: true, medium } : { ok: false, reason: "not-allowed" }
}

type Rewritable = Locked | { ok: false; reason: "in-use" }

/** A picture whose file or words this person may change, locked until the transaction ends. */
export async function lockRewritable(tx: Transaction, staff: Staff, id: number): Promise<Rewritable> {
  const locked = await lockMedium(tx, staff, id)
  if (!locked.ok) return locked
  // No story or page can begin to use it now, or be approved or published with it, before this transaction ends.
  const uses = await tx.execute<{ open: boolean; own: boolean }>(sql`
    select ${isOfOpenWords} as open, ${isOwnUse(staff)} as own
    from media_uses u ${usedBy} where u.media_id = ${id}`)
  const reason = whyNotRewrite(staff, locked.medium, uses)
  return reason ? { ok: false, reason } : locked
}

export type Stale = { ok: false; reason: "stale"; by: string | null; version: number }

/** Somebody changed the picture since the person saw it. */
export async function stale(tx: Transaction, { updatedBy, version }: StoredMedium): Promise<Stale> {
  const [row] = await tx
    .select({ name: staffTable.name })
    .from(staffTable)
    .where(sql`${staffTable.id} = ${updatedBy}`)
  return { ok: false, reason: "stale", by: row?.name ?? null, version }
}
