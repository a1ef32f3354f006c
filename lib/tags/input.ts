import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { isSlug } from "@/lib/posts/is-slug"
import { tagLimits } from "@/lib/tags/limits"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const placeSentence = `Write a whole number from 1 to ${tagLimits.position}, or leave this empty.`

/** A tag as its form changes it. */
export const tagInput = formSchema(
  z.object({
    tag: rowNumber,
    /** The version that the form was filled over. */
    seen: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
    name: z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .min(1, "Give the tag a name.")
          .max(tagLimits.name, `Make it shorter: ${tagLimits.name} characters at most.`)
          // Writers separate tags with commas.
          .regex(/^[^,،、，]*$/, "Write the name without a comma."),
      ),
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .refine(
        (text) => isSlug(text) && text.length <= tagLimits.slug,
        `Use only the letters a to z, digits and single hyphens; ${tagLimits.slug} characters at most.`,
      ),
    description: z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .max(tagLimits.description, `Make it shorter: ${tagLimits.description} characters at most.`),
      ),
    position: z.union(
      [
        z
          .string()
          .trim()
          .length(0)
          .transform(() => null),
        z
          .string()
          .trim()
          .regex(/^[1-9]\d{0,3}$/, placeSentence)
          .transform(Number),
      ],
      placeSentence,
    ),
  }),
  { tag: 100, seen: 100, name: 1000, slug: 1000, description: 4000, position: 100 },
)

/** A tag that is to be merged into another. */
export const mergeTagsInput = formSchema(
  z.object({
    tag: rowNumber,
    into: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, "Choose the tag to keep.")
      .transform(Number),
  }),
  { tag: 100, into: 100 },
)

/** A tag that is to be deleted. */
export const deleteTagInput = formSchema(z.object({ tag: rowNumber }), { tag: 100 })
