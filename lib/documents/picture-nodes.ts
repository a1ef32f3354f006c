import { z } from "zod"
import { pictureLimits } from "@/lib/documents/limits"
import { oneLine } from "@/lib/text/storable"

const line = (longest: number) => z.string().max(longest, { abort: true }).transform(oneLine).default("")

/** A picture of the library in a text; its credit and its files are the library's. */
export const picture = z.object({
  type: z.literal("picture"),
  attrs: z.object({
    mediaId: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    alt: line(pictureLimits.alt),
    /** Says nothing that the text does not say, so that it needs no alt text. */
    decorative: z.boolean().default(false),
    caption: line(pictureLimits.caption),
    size: z.enum(["normal", "wide", "full"]).catch("normal"),
  }),
})

export const galleryTooLarge = "A gallery holds 12 pictures at most. Take some of them out."

export const gallery = z.object({
  type: z.literal("gallery"),
  content: z.array(picture).max(pictureLimits.gallery, galleryTooLarge).optional(),
})

export type PictureNode = z.output<typeof picture>
export type GalleryNode = z.output<typeof gallery>
