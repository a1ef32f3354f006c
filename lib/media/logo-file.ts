import "server-only"
import fs from "node:fs/promises"
import path from "node:path"
import { folderName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { inWorkFolder } from "@/lib/media/work-folder"
import { getSiteMedia } from "@/lib/settings/queries"

/** Larger is of no use to an icon. */
const wideEnough = 320

/** A file of the publication's logo, see-through where the logo is, and its proportions; null where there is none. */
export async function readLogo(): Promise<{ content: Buffer; ratio: number } | null> {
  const { logo } = await getSiteMedia()
  if (!logo) return null
  const files = logo.files
    .filter(({ format, crop }) => format === "webp" && !crop)
    .toSorted((a, b) => a.width - b.width)
  const chosen = files.find(({ width }) => width >= wideEnough) ?? files.at(-1)
  if (!chosen) return null
  return inWorkFolder(async (folder) => {
    const file = path.join(folder, "logo.webp")
    const isThere = await mediaStore().copyTo(`${folderName(logo.key)}/${chosen.name}`, file)
    return isThere ? { content: await fs.readFile(file), ratio: logo.width / logo.height } : null
  })
}
