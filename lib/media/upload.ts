import "server-only"
import { database } from "@/db/client"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { imageRefusal } from "@/lib/media/images/messages"
import { detailsRefusal, diskNearlyFull, replacementUnclear, tooManyFiles } from "@/lib/media/messages"
import { findTwin, haveVariantsMade, insertMedium } from "@/lib/media/mutations"
import { NotWritten, type ReceivedFile, receiveFiles } from "@/lib/media/receive-files"
import { removeStored, storeFile } from "@/lib/media/store-file"
import { inWorkFolder, isNearlyFull } from "@/lib/media/work-folder"

/** What became of one file of an upload; `twin` says that the picture was in the library already. */
export type Uploaded =
  | { ok: true; filename: string; id: number; twin: boolean }
  | { ok: false; filename: string; message: string }

/** Takes the pictures of a form into the library, one after the other; the answer says of each what became of it. */
export function takeUpload(staff: Staff, request: Request): Promise<Uploaded[]> {
  const refuse = (message: string): Uploaded => ({ ok: false, filename: "", message })
  // Meant for another picture's place, of which the address does not say enough.
  if (new URL(request.url).searchParams.has("picture")) return Promise.resolve([refuse(replacementUnclear)])
  return inWorkFolder(async (folder) => {
    if (await isNearlyFull(folder)) return [refuse(diskNearlyFull)]
    const received = await receiveFiles(request, folder).catch(notWritten)
    if ("message" in received) return [refuse(received.message)]
    const answers: Uploaded[] = []
    for (const file of received.files) answers.push(await takeFile(staff, file).catch(failed(file)))
    if (received.more) answers.push(refuse(tooManyFiles))
    return answers
  })
}

/** The sentence where this instance's disk did not take a file. */
export function notWritten(error: unknown): { message: string } {
  if (!(error instanceof NotWritten)) throw error
  console.error(error)
  return { message: imageRefusal(error.filename, "not-stored") }
}

/** What came before it is in the library all the same. */
const failed =
  ({ filename }: ReceivedFile) =>
  (error: unknown): Uploaded => {
    console.error(error)
    return { ok: false, filename, message: imageRefusal(filename, "not-stored") }
  }

/** Takes a picture that lies on the disk into the library; it can be shown at once, in one size. */
export async function takeFile(staff: Staff, file: ReceivedFile): Promise<Uploaded> {
  const { filename, contentHash } = file
  const refuse = (message: string): Uploaded => ({ ok: false, filename, message })
  const same = file.cut ? null : await findTwin(database(), staff, contentHash)
  if (same?.lacking) await transaction((tx) => haveVariantsMade(tx, same.id))
  if (same) return { ok: true, filename, id: same.id, twin: true }
  const stored = await storeFile(file)
  if (!stored.ok) return refuse(stored.message)
  const inserted = await insertMedium(staff, { ...stored.picture, ...stored.said })
  if (!inserted.ok || inserted.twin) await removeStored(stored.picture)
  return inserted.ok ? { ...inserted, filename } : refuse(detailsRefusal(inserted))
}
