import { z } from "zod"
import { quoteLimits } from "@/lib/documents/text-quote"
import { formSchema } from "@/lib/parse-form"
import { noteLimits } from "@/lib/posts/notes/limits"
import { normalise } from "@/lib/text/normalise"
import { rowNumber } from "@/lib/text/row-number"
import { showsNothing, storable } from "@/lib/text/storable"
import { cleanText } from "@/lib/text/typed-text"

const tooLong = `This is too long; ${noteLimits.body.toLocaleString("en")} letters at most.`
const body = z
  .string()
  .default("")
  .transform(cleanText)
  .refine((text) => !showsNothing(text), "Write something first.")
  .refine((text) => [...text].length <= noteLimits.body, tooLong)
const bound = { bytes: 4 * noteLimits.body, tooLong }

/** Words of the story, as it is stored. */
const words = (longest: number) =>
  z
    .string()
    .max(longest, { abort: true })
    .transform((text) => normalise(storable(text), "NFC"))
    .pipe(z.string().max(longest))

const aWord = z.string().refine((text) => !showsNothing(text), "Select some words of the story first.")

export const noteOnPassageInput = formSchema(
  z.object({
    post: rowNumber,
    body,
    quote: words(quoteLimits.quote).pipe(aWord),
    before: words(quoteLimits.around).default(""),
    after: words(quoteLimits.around).default(""),
    place: z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number),
  }),
  {
    post: 100,
    body: bound,
    quote: 3 * quoteLimits.quote,
    before: 3 * quoteLimits.around,
    after: 3 * quoteLimits.around,
    place: 100,
  },
)

export const noteReplyInput = formSchema(z.object({ post: rowNumber, note: rowNumber, body }), {
  post: 100,
  note: 100,
  body: bound,
})

export const noteChangeInput = formSchema(
  z.object({ post: rowNumber, note: rowNumber, intent: z.enum(["resolve", "reopen", "delete"]) }),
  { post: 100, note: 100, intent: 100 },
)
