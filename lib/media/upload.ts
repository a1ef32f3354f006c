import "server-only"
import { database } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import { imageRefusal } from "@/lib/media/images/messages"
import { detailsRefusal } from "@/lib/media/messages"
import { findSame, insertMedium } from "@/lib/media/mutations"
import { type ReceivedFile, receiveFiles } from "@/lib/media/receive-files"
import { folderName, makeKey, originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
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
  const { filename, contentHash, bytes } = file
  const refuse = (message: string): Uploaded => ({ ok: false, filename, message })
  if (file.cut) return refuse(imageRefusal(filename, "file-too-large"))
  const same = await findSame(database(), staff, contentHash)
  if (same) return { ok: true, filename, id: same.id, twin: true }
  const inspected = await inspectImage(file.path)
  if (!inspected.ok) return refuse(imageRefusal(filename, inspected.problem))
  const { width, height, animated, color, credit, description } = inspected.image
  return inWorkFolder(async (folder) => {
    const first = { widths: [960], formats: ["jpeg" as const] }
    const made = await makeVariants({ file: file.path, image: inspected.image }, first, folder)
    if (!made.ok) return refuse(imageRefusal(filename, made.problem))
    const key = makeKey()
    await mediaStore().write(originalName(key), file.path)
    const files = await storeVariants(key, made.variants)
    const picture = { key, contentHash, filename, bytes, width, height, animated, color, files }
    const inserted = await insertMedium(staff, { ...picture, alt: description, credit })
    if (!inserted.ok || inserted.twin) await removeFiles(key)
    return inserted.ok ? { ...inserted, filename } : refuse(detailsRefusal(inserted))
  })
}

/** Removes everything that is kept of a picture. */
export async function removeFiles(key: string): Promise<void> {
  await mediaStore().removeAll(folderName(key))
  await mediaStore().removeAll(originalName(key))
}
