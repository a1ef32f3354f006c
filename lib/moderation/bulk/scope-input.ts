import { z } from "zod"
import { firstValue } from "@/lib/moderation/bulk/first-value"
import { type BulkScope, mostChosen } from "@/lib/moderation/bulk/scope-address"
import { queueNames } from "@/lib/moderation/types"
import { rowNumber } from "@/lib/text/row-number"

const status = z.enum(queueNames)

const ids = z
  .union([rowNumber.transform((id) => [id]), z.array(rowNumber).max(mostChosen)])
  .transform((list) => [...new Set(list)])

const anyStatus = firstValue(z.union([z.literal("").transform(() => null), status]).default(null))

const address = z.union([
  z
    .object({
      scope: firstValue(z.enum(["author", "network"])),
      comment: firstValue(rowNumber),
      status: anyStatus,
    })
    .transform(({ scope, ...rest }): BulkScope => ({ kind: scope, ...rest })),
  z
    .object({
      scope: firstValue(z.literal("older")),
      days: firstValue(
        z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number),
      ),
      status: firstValue(status),
    })
    .transform(({ scope, ...rest }): BulkScope => ({ kind: scope, ...rest })),
  z
    .object({ ids, scope: z.undefined().optional() })
    .transform(({ ids }): BulkScope => ({ kind: "chosen", ids })),
])

/** Which comments an address asks for, or `null` when it asks for none that can be understood. */
export function parseScope(asked: Record<string, string | string[] | undefined>): BulkScope | null {
  const parsed = address.safeParse(asked)
  return parsed.success ? parsed.data : null
}
