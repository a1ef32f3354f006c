import type { Picture } from "@/lib/media/types"

type Format = Picture["files"][number]["format"]

/** The sizes of a picture in one format, as `srcset` lists them, to the first of this width; empty where there is none. */
export function srcSet(
  { folder, files }: Pick<Picture, "folder" | "files">,
  format: Format,
  widest = Number.POSITIVE_INFINITY,
): string {
  const all = filesOf(files, format)
  const enough = all.findIndex(({ width }) => width >= widest)
  return (enough === -1 ? all : all.slice(0, enough + 1))
    .map(({ name, width }) => `${folder}/${name} ${width}w`)
    .join(", ")
}

/** The file for those who know no `srcset`, feeds and machines: the largest JPEG up to a width. */
export function plainUrl({ folder, files }: Pick<Picture, "folder" | "files">, width: number): string | null {
  const all = filesOf(files, "jpeg")
  const file = all.filter((one) => one.width <= width).at(-1) ?? all[0]
  return file ? `${folder}/${file.name}` : null
}

/** The crop for links on other sites; null where there is none yet. */
export function cropUrl({ folder, files }: Pick<Picture, "folder" | "files">): string | null {
  const file = files.find(({ crop }) => crop)
  return file ? `${folder}/${file.name}` : null
}

/** From the smallest to the largest. */
function filesOf(files: Picture["files"], format: Format): Picture["files"] {
  return files.filter((file) => file.format === format && !file.crop).toSorted((a, b) => a.width - b.width)
}
