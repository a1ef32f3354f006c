import "server-only"
import { database } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { detailsRefusal } from "@/lib/media/messages"
import { findTwin, insertMedium } from "@/lib/media/mutations"
import { type ReceivedFile, receiveFiles } from "@/lib/media/receive-files"
import { removeStored, storeFile } from "@/lib/media/store-file"
import { inWorkFolder } from "@/lib/media/work-folder"

/** What became of one file of an upload; `twin` says that the picture was in the library already. */
export type Uploaded =
  | { ok: true; filename: string; id: number; twin: boolean }
  | { ok: false; filename: string; message: string }

/** Takes the pictures of a form into the library, one after the other; the answer says of each what became of it. */
export function takeUpload(staff: Staff, request: Request): Promise<Uploaded[]> {
  return inWorkFolder(async (folder) => {
    const answers: Uploaded[] = []
    for (const file of await receiveFiles(request, folder)) answers.push(await takeFile(staff, file))
    return answers
  })
}

/** Takes a picture that lies on the disk into the library; it can be shown at once, in one size. */
export async function takeFile(staff: Staff, file: ReceivedFile): Promise<Uploaded> {
  const { filename, contentHash } = file
  const refuse = (message: string): Uploaded => ({ ok: false, filename, message })
  const same = file.cut ? null : await findTwin(database(), staff, contentHash)
  if (same) return { ok: true, filename, id: same.id, twin: true }
  const stored = await storeFile(file)
  if (!stored.ok) return refuse(stored.message)
  const inserted = await insertMedium(staff, { ...stored.picture, ...stored.said })
  if (!inserted.ok || inserted.twin) await removeStored(stored.picture)
  return inserted.ok ? { ...inserted, filename } : refuse(detailsRefusal(inserted))
}
