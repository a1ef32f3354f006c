import { z } from "zod"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm, parseTicked } from "@/lib/parse-form"
import { type BulkAct, bulkActs } from "@/lib/posts/bulk/types"
import { postLimits } from "@/lib/posts/limits"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

/** As many as a page of the list shows. */
const mostChosen = 40

const chosen = formSchema(
  z.object({
    id: z
      .string()
      .transform((list) => [...new Set(list.split(",").filter(Boolean))])
      .pipe(z.array(rowNumber).max(mostChosen)),
  }),
  { id: 20 * mostChosen },
)

const tooLong = "The tag is too long; 100 characters at most."

const asked = formSchema(
  z.object({
    act: z.enum(bulkActs),
    tag: z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .max(postLimits.tag, tooLong)
          .regex(/^[^,،、，]*$/, "Add one tag at a time."),
      )
      .default(""),
    /** The query of the list that the form stood under, so that its filters come back. */
    list: z.string().default(""),
  }),
  { act: 20, tag: { bytes: 8 * postLimits.tag, tooLong }, list: 2000 },
)

export type BulkInput = { ids: number[]; act: BulkAct; tag: string; list: string }

/** What shall be done with which stories of a list. */
export function parseBulk(form: unknown): Parsed<BulkInput> {
  const ids = parseTicked(chosen, "id", form)
  if (!ids.ok) return ids
  const rest = parseForm(asked, form)
  return rest.ok ? { ok: true, value: { ids: ids.value.id, ...rest.value } } : rest
}
