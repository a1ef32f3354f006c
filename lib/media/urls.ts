import { mediaUrl } from "@/lib/media/storage/url"
import type { Picture } from "@/lib/media/types"

type Format = Picture["files"][number]["format"]

/** The sizes of a picture in one format, as `srcset` lists them; empty where there is none. */
export function srcSet({ key, files }: Pick<Picture, "key" | "files">, format: Format): string {
  return filesOf(files, format)
    .map(({ name, width }) => `${mediaUrl(key, name)} ${width}w`)
    .join(", ")
}

/** The file for those who know no `srcset`, feeds and machines: the largest JPEG up to a width. */
export function plainUrl({ key, files }: Pick<Picture, "key" | "files">, width: number): string | null {
  const all = filesOf(files, "jpeg")
  const file = all.filter((one) => one.width <= width).at(-1) ?? all[0]
  return file ? mediaUrl(key, file.name) : null
}

/** From the smallest to the largest. */
function filesOf(files: Picture["files"], format: Format): Picture["files"] {
  return files.filter((file) => file.format === format).toSorted((a, b) => a.width - b.width)
}
