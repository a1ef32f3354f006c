import { frameClass, type Shape, shownSizes, widestFile } from "@/components/media/picture-frame"
import type { Picture } from "@/lib/media/types"
import { plainUrl, srcSet } from "@/lib/media/urls"
import { type Html, html } from "@/lib/text/html"

export type PictureLook = { alt: string; shape: Shape; eager?: boolean }
type Files = Omit<Picture, "alt" | "caption" | "credit">

/** A picture that moves has no AVIF (`lib/media/jobs.ts`), and its JPEG shows the first frame. */
const isMoving = ({ files }: Files) =>
  files.some(({ format }) => format === "webp") && !files.some(({ format }) => format === "avif")

/** What stands in a `picture` element: each size in each format. Null where there is no file. */
export function pictureContent(picture: Files, { alt, shape, eager = false }: PictureLook): Html | null {
  const src = plainUrl(picture, shape === "grid" ? 480 : 960)
  if (!src) return null
  const { width, height } = picture
  const setOf = (format: "avif" | "webp" | "jpeg") => srcSet(picture, format, widestFile[shape])
  // The library shows dozens at once, to few people: a third format costs more to write than it saves them.
  const formats = shape === "grid" ? (["webp"] as const) : (["avif", "webp"] as const)
  const sources = formats.map((format) => {
    const set = setOf(format)
    return set ? html`<source type="image/${format}" srcset="${set}" sizes="${shownSizes[shape]}"/>` : html``
  })
  const still = isMoving(picture)
    ? html`<source media="(prefers-reduced-motion: reduce)" srcset="${setOf("jpeg")}" sizes="${shownSizes[shape]}"/>`
    : html``
  // Of the library one JPEG is enough, for browsers that know no WebP.
  const stills = shape === "grid" ? html`` : html` srcset="${setOf("jpeg")}" sizes="${shownSizes[shape]}"`
  const loading = eager ? html`fetchpriority="high"` : html`loading="lazy"`
  return html`${still}${sources}<img src="${src}"${stills} alt="${alt}" width="${width}" height="${height}" ${loading} decoding="async" class="picture ${frameClass(picture)}"/>`
}
