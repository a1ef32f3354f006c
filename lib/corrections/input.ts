import { z } from "zod"
import { longestCorrection } from "@/lib/corrections/limits"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"
import { cleanText } from "@/lib/text/typed-text"

const tooLong = `This is too long; ${longestCorrection} letters at most.`

const words = (empty: string) =>
  z
    .string()
    .default("")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, empty)
        .refine((text) => [...text].length <= longestCorrection, tooLong),
    )

const bound = { bytes: 4 * longestCorrection, tooLong }

export const correctionInput = formSchema(
  z.object({
    post: rowNumber,
    kind: z.enum(["correction", "clarification"], "Choose what it is."),
    place: z.enum(["top", "foot"], "Choose where it stands."),
    text: words("Write what was wrong, and what is right."),
  }),
  { post: 100, kind: 100, place: 100, text: bound },
)

export const removalInput = formSchema(z.object({ correction: rowNumber }), { correction: 100 })

export const errorReportInput = formSchema(
  z.object({
    story: z.string().max(200).default(""),
    wrong: words("Write what is wrong."),
    /** The honeypot: people never see it. */
    leftEmpty: z.string().max(1000).catch("too long").default(""),
  }),
  { story: 1000, wrong: bound, leftEmpty: 10_000 },
)

export const closingInput = formSchema(z.object({ report: rowNumber }), { report: 100 })
