import "server-only"
import { eq, sql } from "drizzle-orm"
import { media } from "@/db/schema/media"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { lockMedium } from "@/lib/media/locked-medium"
import { haveVariantsMade, retireFiles } from "@/lib/media/mutations"
import { isShown, usedBy } from "@/lib/media/shown-uses"
import { makeKey } from "@/lib/media/storage/names"

export type TakenDown = { ok: true } | { ok: false; reason: "not-found" | "not-allowed" | "shown" }

/**
 * Takes away the files of a picture that no page for readers shows any more, as after a story or page was withdrawn: nobody gets
 * them at their addresses from the commit on. It stays in the library, with new files at addresses that nobody knows.
 */
export async function takeDown(staff: Staff, id: number): Promise<TakenDown> {
  return transaction<TakenDown>(async (tx, changed) => {
    const locked = await lockMedium(tx, staff, id)
    if (!locked.ok) return locked
    const { key, version } = locked.medium
    const [shown] = await tx.execute(sql`
      select from media_uses u ${usedBy} where u.media_id = ${id} and ${isShown} limit 1`)
    if (shown) return { ok: false, reason: "shown" }
    await tx.update(media).set({ key: makeKey(), files: [], state: "processing" }).where(eq(media.id, id))
    await haveVariantsMade(tx, id)
    await retireFiles({ tx, changed }, [{ key }])
    await recordEvent(tx, { mediaId: id, staffId: staff.id, action: "media_taken_down", version })
    return { ok: true }
  })
}
