import { z } from "zod"
import { bulkLimit, type LeftAlone, type LeftFor } from "@/lib/moderation/bulk/policy"
import { rowNumber } from "@/lib/text/row-number"

const count = z.coerce.number().int().min(0).max(bulkLimit).catch(0)

/** What an answer's address says: the batch, and how many comments were left alone for what. */
export const bulkAnswer = z.object({
  done: rowNumber.nullable().catch(null),
  undone: z.enum(["now", "before", "too-late", "gone"]).nullable().catch(null),
  nothing: z.literal("1").nullable().catch(null),
  refused: z.enum(["no-reason", "not-allowed", "another-person"]).nullable().catch(null),
  already: count,
  edited: count,
  decided: count,
  appealed: count,
  open: count,
  deleted: count,
  gone: count,
} satisfies Record<LeftFor, typeof count> & Record<string, z.ZodType>)

/** The preview again, with why the decision was refused. */
export function againAddress(scope: string, decision: string, refused: string): string {
  const params = new URLSearchParams(scope)
  params.set("decision", decision)
  params.set("refused", refused)
  return String(params)
}

/** The address that `bulkAnswer` reads. */
export function answerAddress(said: Record<string, string | number>, left: LeftAlone): string {
  const counts = Object.entries(left).filter(([, number]) => number > 0)
  return String(
    new URLSearchParams([...Object.entries(said), ...counts].map(([name, value]) => [name, String(value)])),
  )
}
