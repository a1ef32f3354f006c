import { z } from "zod"
import { actionNames, subjectNames } from "@/lib/audit/log/actions"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const row = z.string().trim().pipe(rowNumber).optional().catch(undefined)

const day = z.iso
  .date()
  // Postgres knows no year 0.
  .regex(/^[12]\d{3}-/)
  .optional()
  .catch(undefined)

/** What the log may be asked for; an empty field narrows nothing, and anything else counts as not asked. */
export const logAddress = z.object({
  /** Somebody's number, or who is nobody: the rules and the authors themselves. */
  person: z
    .union([z.literal("nobody"), row])
    .optional()
    .catch(undefined),
  action: z.enum(actionNames).optional().catch(undefined),
  subject: z.enum(subjectNames).optional().catch(undefined),
  reason: z
    .string()
    .max(100)
    .transform((text) => oneLine(text) || undefined)
    .optional()
    .catch(undefined),
  /** A story's address, or words of its title. */
  story: z
    .string()
    .max(300)
    .transform((text) => oneLine(text) || undefined)
    .optional()
    .catch(undefined),
  comment: row,
  batch: row,
  /** Days in the publication's time zone, both of them included. */
  from: day,
  to: day,
  /** The page shows what was written before this event. */
  before: row,
})

export type LogAddress = z.output<typeof logAddress>

/** The address of the log with these filters. */
export function logHref(asked: LogAddress): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value))
  return query.size > 0 ? `/desk/log?${query}` : "/desk/log"
}
