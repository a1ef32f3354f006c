import "server-only"
import { database } from "@/db/client"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { whyNotAnyMore } from "@/lib/auth/still-may"
import { findTwin, haveVariantsMade, insertMedium } from "@/lib/media/mutations"
import type { ReceivedFile } from "@/lib/media/receive-files"
import { receiveUpload } from "@/lib/media/receive-upload"
import { removeStored, storeFile } from "@/lib/media/store-file"
import type { UploadRefusal } from "@/lib/media/upload-refusal"

/** What became of one file of an upload; `twin` says that the picture was in the library already. */
export type Uploaded = { ok: true; filename: string; id: number; twin: boolean } | UploadRefusal

/** Takes the pictures of a form into the library, one after the other; the answer says of each what became of it. */
export async function takeUpload(staff: Staff, request: Request): Promise<Uploaded[]> {
  // Meant for another picture's place, of which the address does not say enough.
  if (new URL(request.url).searchParams.has("picture")) return [{ ok: false, problem: "replacement-unclear" }]
  const answers = await receiveUpload(staff, request, async ({ files, more }) => {
    const taken: Uploaded[] = []
    for (const file of files) {
      const problem = await whyNotAnyMore(staff, "media.upload")
      if (problem) {
        taken.push({ ok: false, problem })
        break
      }
      taken.push(await takeFile(staff, file).catch(failed(file)))
    }
    if (more) taken.push({ ok: false, problem: "too-many-files" })
    return taken
  })
  return Array.isArray(answers) ? answers : [answers]
}

/** What came before it is in the library all the same. */
const failed =
  ({ filename }: ReceivedFile) =>
  (error: unknown): Uploaded => {
    console.error(error)
    return { ok: false, problem: "not-stored", filename }
  }

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
