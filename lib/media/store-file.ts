import "server-only"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import type { ImageProblem } from "@/lib/media/images/types"
import type { NewMedium } from "@/lib/media/mutations"
import type { ReceivedFile } from "@/lib/media/receive-files"
import { folderName, makeKey, originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
import { inWorkFolder } from "@/lib/media/work-folder"

/** What a file says of itself, and where it is kept. */
export type StoredPicture = Omit<NewMedium, "alt" | "credit">

type Stored =
  | { ok: true; picture: StoredPicture; said: { alt: string; credit: string } }
  | { ok: false; problem: ImageProblem; filename: string }

/** Judges a picture that lies on the disk, and stores it with one size that can be shown at once. No row names it yet. `owner` is whose turn it takes. */
export async function storeFile(file: ReceivedFile, owner?: number): Promise<Stored> {
  const { filename, contentHash, bytes } = file
  const refuse = (problem: ImageProblem): Stored => ({ ok: false, problem, filename })
  if (file.cut) return refuse("file-too-large")
  const inspected = await inspectImage(file.path, owner)
  if (!inspected.ok) return refuse(inspected.problem)
  const { width, height, animated, color, credit, description } = inspected.image
  return inWorkFolder(async (folder) => {
    const first = { widths: [960], formats: ["jpeg" as const], owner }
    const made = await makeVariants({ file: file.path, image: inspected.image }, first, folder)
    if (!made.ok) return refuse(made.problem)
    const names = { key: makeKey(), originalKey: makeKey() }
    try {
      await mediaStore().write(originalName(names.originalKey), file.path)
      const files = await storeVariants(names.key, made.variants)
      const picture = { ...names, contentHash, filename, bytes, width, height, animated, color, files }
      return { ok: true, picture, said: { alt: description, credit } }
    } catch (error) {
      console.warn(`A picture could not be stored: ${String(error)}`)
      return refuse("not-stored")
    }
  })
}

/** Takes back what no row will name. */
export async function removeStored({ key, originalKey }: StoredPicture): Promise<void> {
  await mediaStore().removeAll(folderName(key))
  await mediaStore().removeAll(originalName(originalKey))
}
