import "server-only"
import { database } from "@/db/client"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { findTwin, haveVariantsMade, insertMedium } from "@/lib/media/mutations"
import type { ReceivedFile } from "@/lib/media/receive-files"
import { removeStored, storeFile } from "@/lib/media/store-file"
import type { UploadRefusal } from "@/lib/media/upload-refusal"

/** What became of one file of an upload; `twin` says that the picture was in the library already. */
export type Uploaded = { ok: true; filename: string; id: number; twin: boolean } | UploadRefusal

/** Takes a picture that lies on the disk into the library; it can be shown at once, in one size. */
export async function takeFile(staff: Staff, file: ReceivedFile): Promise<Uploaded> {
  const { filename, contentHash } = file
  const same = file.cut ? null : await findTwin(database(), staff, contentHash)
  if (same?.lacking) await transaction((tx) => haveVariantsMade(tx, same.id))
  if (same) return { ok: true, filename, id: same.id, twin: true }
  const stored = await storeFile(file, staff.id)
  if (!stored.ok) return stored
  const inserted = await insertMedium(staff, { ...stored.picture, ...stored.said })
  if (!inserted.ok || inserted.twin) await removeStored(stored.picture)
  return inserted.ok ? { ...inserted, filename } : { ok: false, problem: inserted.reason }
}
