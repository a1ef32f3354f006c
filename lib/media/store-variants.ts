import "server-only"
import { createHash } from "node:crypto"
import fs from "node:fs/promises"
import type { MediaFile } from "@/db/schema/media"
import type { ImageVariant } from "@/lib/media/images/images"
import { folderName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"

const endings = { avif: "avif", webp: "webp", jpeg: "jpg" } as const

/** Puts files that were made of a picture where readers find them, each under a name that tells its content. */
export async function storeVariants(
  key: string,
  variants: readonly ImageVariant[],
  { crop }: Pick<MediaFile, "crop"> = {},
): Promise<MediaFile[]> {
  return Promise.all(
    variants.map(async ({ format, width, height, bytes, file }) => {
      const hash = createHash("sha256")
        .update(await fs.readFile(file))
        .digest("hex")
      const name = `${crop ? `${width}x${height}` : width}-${hash.slice(0, 8)}.${endings[format]}`
      await mediaStore().write(`${folderName(key)}/${name}`, file)
      return { format, width, height, bytes, name, ...(crop && { crop }) }
    }),
  )
}
