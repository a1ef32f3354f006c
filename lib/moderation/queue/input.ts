import { z } from "zod"
import { mostCards } from "@/lib/moderation/queue/cards"
import { ages, type QueueView } from "@/lib/moderation/queue/url"
import { queueNames } from "@/lib/moderation/types"
import { rowNumber } from "@/lib/text/row-number"

const typed = (longest: number) =>
  z
    .string()
    .max(longest)
    // What Postgres keeps in no text cannot be looked for in one.
    .transform((text) => text.replaceAll("\0", "").trim())
    .catch("")

const cursor = /^((none|-?\d+(\.\d+)?(e[+-]?\d+)?)~)?[1-9]\d{0,14}$/

/** What the queue's address may ask for; anything else counts as not asked. */
export const queueUrl = z.object({
  status: z.enum(queueNames).catch("waiting"),
  after: z.string().max(60).regex(cursor).nullable().catch(null),
  words: typed(200),
  story: typed(300),
  name: typed(245),
  age: z.enum(["", ...ages]).catch(""),
  score: z
    .string()
    .regex(/^\s*-?\d{1,4}(\.\d{1,6})?\s*$/)
    .transform(Number)
    .nullable()
    .catch(null),
  sort: z.enum(["time", "risk"]).catch("time"),
})

/** Reads a query as it was kept in a form, so that a decision leads back to the same page. */
export function readView(query: string): QueueView {
  return queueUrl.parse(Object.fromEntries(new URLSearchParams(query)))
}

export const cardIds = z
  .string()
  .max(mostCards * 17)
  .transform((text) => (text === "" ? [] : text.split(",")))
  .pipe(z.array(rowNumber).max(mostCards))
