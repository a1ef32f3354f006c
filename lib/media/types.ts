import type { MediaFile } from "@/db/schema/media"

/** What a page needs to show a picture. */
export type Picture = {
  /** The address below which its files lie. */
  folder: string
  width: number
  height: number
  /** Shown until the picture is there. */
  color: string
  files: MediaFile[]
  /** What crops keep in sight, in thousandths. */
  focusX: number
  focusY: number
  alt: string
  caption: string
  credit: string
}
