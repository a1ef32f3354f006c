import { createHash } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { illustrator } from "../../db/demo/people.ts"
import { transaction } from "../../db/transaction.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { addMedium } from "../../lib/media/mutations.ts"
import { storeFile } from "../../lib/media/store-file.ts"

// Stories of an older demo publication name them by these addresses, so they stay public.
const folder = path.join(import.meta.dirname, "../../public/demo")

type Picture = { file: string; alt: string; focus?: [x: number, y: number] }

/** Takes a picture of the demo into the library, as an upload is; null where the store does not answer. */
export async function takePicture(by: Staff, { file, alt, focus = [500, 500] }: Picture) {
  const stored = await storeFile(await read(path.join(folder, file)))
  if (!stored.ok) return null
  const [focusX, focusY] = focus
  const said = { alt, credit: illustrator, focusX, focusY, uploadedBy: by.id }
  return transaction((tx) => addMedium(tx, { ...stored.picture, ...said }))
}

async function read(file: string) {
  const content = await fs.readFile(file)
  const contentHash = createHash("sha256").update(content).digest()
  return { filename: path.basename(file), path: file, bytes: content.length, contentHash, cut: false }
}
