import { z } from "zod"
import { rejectionReasons } from "@/lib/comments/reasons"
import { bulkLimit, type LeftAlone, type LeftFor } from "@/lib/moderation/bulk/policy"
import { decodeSeen } from "@/lib/moderation/bulk/seen-list"
import { type QueueName, queueNames } from "@/lib/moderation/types"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"

/** So many comments can be chosen one by one. */
export const mostChosen = 500

/** Which comments are meant. */
export type BulkScope =
  | { kind: "chosen"; ids: number[] }
  | { kind: "author" | "network"; comment: number; status: QueueName | null }
  | { kind: "older"; days: number; status: QueueName }

const status = z.enum(queueNames)

/** A name that comes twice in an address counts with its first value. */
const one = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema)

const ids = z
  .union([rowNumber.transform((id) => [id]), z.array(rowNumber).max(mostChosen)])
  .transform((list) => [...new Set(list)])

const anyStatus = one(z.union([z.literal("").transform(() => null), status]).default(null))

const address = z.union([
  z
    .object({ scope: one(z.enum(["author", "network"])), comment: one(rowNumber), status: anyStatus })
    .transform(({ scope, ...rest }): BulkScope => ({ kind: scope, ...rest })),
  z
    .object({
      scope: one(z.literal("older")),
      days: one(
        z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number),
      ),
      status: one(status),
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

/** The decision that somebody had in mind when they asked for a preview; `null` when they came without one. */
export const wantedVerdict = one(z.enum(["approve", "reject", "spam"]).nullable().catch(null))

export type WantedVerdict = z.output<typeof wantedVerdict>

/** The same scope as an address writes it. */
export function scopeAddress(scope: BulkScope): URLSearchParams {
  if (scope.kind === "chosen") return new URLSearchParams(scope.ids.map((id) => ["ids", String(id)]))
  const { kind, status, ...rest } = scope
  const params = new URLSearchParams({ scope: kind })
  for (const [name, value] of Object.entries(rest)) params.set(name, String(value))
  if (status) params.set("status", status)
  return params
}

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
