import { z } from "zod"
import { queueNames } from "@/lib/comments/decisions"
import { rejectionReasons } from "@/lib/comments/reasons"

const rowId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

const rowIdOrNothing = z.union([z.literal("").transform(() => null), rowId])

/** One press of a button in the queue. */
export const decisionInput = z.object({
  decision: z.enum(["approve", "reject", "spam", "undo"]),
  id: rowId,
  version: rowId,
  standing: rowIdOrNothing,
  reason: z.enum(rejectionReasons).default("rules"),
  /** Which page of which queue the button was on. */
  status: z.enum(queueNames).default("waiting"),
  after: rowIdOrNothing.default(null),
})

export type DecisionInput = z.output<typeof decisionInput>

/** What the queue's address may ask for; anything else counts as not asked. */
export const queueAddress = z.object({
  status: z.enum(queueNames).catch("waiting"),
  after: rowId.nullable().catch(null),
  done: rowId.nullable().catch(null),
})
