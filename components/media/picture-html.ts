import { frameClass, type Shape, shownSizes } from "@/components/media/picture-frame"
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
  const src = plainUrl(picture, 960)
  if (!src) return null
  const { width, height } = picture
  const sources = (["avif", "webp"] as const).map((format) => {
    const set = srcSet(picture, format)
    return set ? html`<source type="image/${format}" srcset="${set}" sizes="${shownSizes[shape]}"/>` : html``
  })
  const still = isMoving(picture)
    ? html`<source media="(prefers-reduced-motion: reduce)" srcset="${srcSet(picture, "jpeg")}" sizes="${shownSizes[shape]}"/>`
    : html``
  const loading = eager ? html`fetchpriority="high"` : html`loading="lazy"`
  return html`${still}${sources}<img src="${src}" srcset="${srcSet(picture, "jpeg")}" sizes="${shownSizes[shape]}" alt="${alt}" width="${width}" height="${height}" ${loading} decoding="async" class="picture ${frameClass(picture)}"/>`
}
