import { z } from "zod"
import { longestAppeal } from "@/lib/comments/appeal-policy"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { showsNothing } from "@/lib/text/storable"
import { cleanText } from "@/lib/text/typed-text"

const tooLong = `This is too long; ${longestAppeal} letters at most. Please shorten it.`

const input = formSchema(
  z.object({
    appeal: z
      .string()
      .default("")
      .transform(cleanText)
      .pipe(
        z
          .string()
          .refine((text) => !showsNothing(text), "Write why the decision should be looked at again.")
          .refine((text) => [...text].length <= longestAppeal, tooLong),
      ),
  }),
  { appeal: { bytes: 8 * longestAppeal, tooLong } },
)

/** Reads the form of an appeal. */
export function parseAppeal(form: unknown): Parsed<{ appeal: string }> {
  return parseForm(input, form)
}
