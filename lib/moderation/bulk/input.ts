import { z } from "zod"
import { rejectionReasons } from "@/lib/comments/reasons"
import { firstValue } from "@/lib/moderation/bulk/first-value"
import { bulkLimit } from "@/lib/moderation/bulk/policy"
import { decodeSeen } from "@/lib/moderation/bulk/seen-list"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"

/** The decision that somebody had in mind when they asked for a preview; `null` when they came without one. */
export const wantedVerdict = firstValue(z.enum(["approve", "reject", "spam"]).nullable().catch(null))

export type WantedVerdict = z.output<typeof wantedVerdict>

/** A press of one of the buttons under a preview, or of an Undo. */
export const bulkInput = formSchema(
  z.discriminatedUnion("decision", [
    z.object({
      decision: z.enum(["approve", "reject", "spam"]),
      reason: z.enum(rejectionReasons).nullable().catch(null).default(null),
      /** What the preview showed. */
      seen: z.string().transform((text, context) => {
        const list = decodeSeen(text)
        if (list && list.length <= bulkLimit) return list
        context.addIssue("That was not understood. Look at the comments again.")
        return z.NEVER
      }),
      /** The preview's address, for the words in the log. */
      scope: z.string().default(""),
    }),
    z.object({
      decision: z.literal("undo"),
      batch: rowNumber,
      back: z.enum(["bulk", "bans"]).default("bulk"),
    }),
  ]),
  { decision: 100, reason: 100, seen: 300_000, scope: 20_000, batch: 100, back: 100 },
)
