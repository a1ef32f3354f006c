import "server-only"
import { eq, sql } from "drizzle-orm"
import { media } from "@/db/schema/media"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { whyNotAnyMore } from "@/lib/auth/still-may"
import { lockRewritable, type Stale, stale } from "@/lib/media/locked-medium"
import { haveVariantsMade, retireFiles } from "@/lib/media/mutations"
import type { ReceivedFile } from "@/lib/media/receive-files"
import { receiveUpload } from "@/lib/media/receive-upload"
import { removeStored, type StoredPicture, storeFile } from "@/lib/media/store-file"
import type { UploadRefusal } from "@/lib/media/upload-refusal"
import { tagsOfUses } from "@/lib/media/uses"

/** Which picture, and the version of it that the person saw. */
type Seen = { id: number; version: number }

type Replaced =
  | { ok: true; version: number }
  | { ok: false; reason: "not-found" | "not-allowed" | "in-use" }
  | Stale

/** Puts the file of a form in the place of a picture's; null where it is done. */
export function takeReplacement(staff: Staff, seen: Seen, request: Request): Promise<UploadRefusal | null> {
  return receiveUpload<UploadRefusal | null>(staff, request, async ({ files: [file] }) => {
    if (!file) return { ok: false, problem: "no-file" }
    const problem = await whyNotAnyMore(staff, "media.upload")
    return problem ? { ok: false, problem } : replaceFile(staff, seen, file)
  })
}

/**
 * Puts another file in the place of a picture's. Number, alt text and all else that is said of it stay; every page that
 * shows it is rendered anew, and the old file is nobody's from the commit on.
 */
export async function replaceFile(
  staff: Staff,
  seen: Seen,
  file: ReceivedFile,
): Promise<UploadRefusal | null> {
  const stored = await storeFile(file, staff.id)
  if (!stored.ok) return stored
  const replaced = await replaceStored(staff, seen, stored.picture)
  if (replaced.ok) return null
  await removeStored(stored.picture)
  return replaced.reason === "stale"
    ? { ok: false, problem: "stale", by: replaced.by }
    : { ok: false, problem: replaced.reason }
}

async function replaceStored(staff: Staff, { id, version }: Seen, picture: StoredPicture): Promise<Replaced> {
  return transaction<Replaced>(async (tx, changed) => {
    const locked = await lockRewritable(tx, staff, id)
    if (!locked.ok) return locked
    const { medium } = locked
    if (medium.version !== version) return stale(tx, medium)
    const next = version + 1
    await tx
      .update(media)
      .set({ ...picture, state: "processing", version: next, updatedAt: sql`now()`, updatedBy: staff.id })
      .where(eq(media.id, id))
    await haveVariantsMade(tx, id)
    // First the pages, so that none is rendered again with the old addresses.
    changed(...(await tagsOfUses(tx, [id])))
    await retireFiles({ tx, changed }, [medium])
    await recordEvent(tx, { mediaId: id, staffId: staff.id, action: "media_replaced", version: next })
    return { ok: true, version: next }
  })
}
