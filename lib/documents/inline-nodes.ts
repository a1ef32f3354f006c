import { z } from "zod"
import { blockLimits } from "@/lib/documents/limits"
import { linkAddress } from "@/lib/documents/link-url"
import { normalise } from "@/lib/text/normalise"
import { oneLine, storable } from "@/lib/text/storable"

export const badLink =
  "A link leads nowhere: its address must begin with https://, http://, mailto: or tel:, or be a path of this site."

/** Postgres keeps neither NUL nor half a character; a text copied from a PDF comes in pieces of letters. */
const words = z
  .string()
  .transform((text) => normalise(storable(text), "NFC"))
  .pipe(z.string().min(1))

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("strike") }),
  z.object({ type: z.literal("code") }),
  z.object({
    type: z.literal("link"),
    attrs: z.object({
      href: z.unknown().transform((href, context) => {
        const address = linkAddress(href)
        if (address === null) context.addIssue({ code: "custom", message: badLink })
        return address ?? ""
      }),
    }),
  }),
])

/** Each once and in the editor's order, so that one text has one spelling; code is at most a link as well. */
const marks = z
  .array(mark)
  .max(20)
  .transform((list) => {
    const types = list.some(({ type }) => type === "code")
      ? ["link", "code"]
      : ["link", "bold", "italic", "strike"]
    return types.flatMap((type) => list.find((one) => one.type === type) ?? [])
  })
  .optional()

/** Its number is where it stands among the others. */
const footnote = z.object({
  type: z.literal("footnote"),
  attrs: z.object({
    text: z.string().max(blockLimits.footnote, { abort: true }).transform(oneLine).default(""),
  }),
})

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: words, marks }),
  z.object({ type: z.literal("hardBreak"), marks }),
  footnote,
])

/** What stands in a line of a text. */
export const line = z.array(inline).optional()

/** Words of a program, without marks. */
export const unmarkedLine = z.array(z.object({ type: z.literal("text"), text: words })).optional()
