import { z } from "zod"
import { type BulkAct, type BulkRefusal, type BulkResult, bulkActs } from "@/lib/posts/bulk/types"
import { storiesAddress, storiesQuery } from "@/lib/posts/story-list-url"
import { keyedHash, sameBytes } from "@/lib/secrets"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const count = z.coerce.number().int().min(0).max(1000).catch(0)

const answer = z.object({
  did: z.enum(bulkActs).optional().catch(undefined),
  done: z
    .string()
    .max(1000)
    .transform((list) => list.split(",").flatMap((id) => rowNumber.safeParse(id).data ?? []))
    .catch([]),
  same: count,
  left: z.string().max(1000).catch(""),
  added: z
    .string()
    .transform((text) => oneLine(text).slice(0, 100))
    .catch(""),
  problem: z.enum(["another-person", "nothing-chosen", "no-tag", "unclear"]).optional().catch(undefined),
})

export type BulkProblem = NonNullable<z.output<typeof answer>["problem"]>

export type BulkAnswer = BulkResult & {
  act: BulkAct | undefined
  tag: string
  problem?: BulkProblem | undefined
}

type Query = Readonly<Record<string, unknown>>

/**
 * What was just done with several stories, as the address says it. Only the site itself can say so to this person: of a
 * link that somebody else made up, nothing is told and nothing is offered to undo.
 */
export function readAnswer(query: Query, staffId: number): BulkAnswer {
  const isOurs = sameBytes(Buffer.from(String(query.seal ?? ""), "base64url"), sealOf(query, staffId))
  const { did: act, added: tag, left, ...rest } = answer.parse(isOurs ? query : { problem: query.problem })
  const pairs = left.split(",").flatMap((pair): [string, number][] => {
    const [, reason, times] = /^([a-z-]{1,40})\.(\d{1,3})$/.exec(pair) ?? []
    return reason && times ? [[reason, Number(times)]] : []
  })
  return { ...rest, act, tag, left: Object.fromEntries(pairs) as BulkAnswer["left"] }
}

/** Where somebody is led who did something with several stories: the same list, with the answer. */
export function answerHref(list: string, { staffId, act, tag, result }: Done): string {
  const query = new URLSearchParams(listQuery(list))
  query.set("did", act)
  if (result.done.length > 0) query.set("done", result.done.join(","))
  if (result.same > 0) query.set("same", String(result.same))
  const left = Object.entries(result.left) as [BulkRefusal, number][]
  if (left.length > 0) query.set("left", left.map(([reason, times]) => `${reason}.${times}`).join(","))
  if (act === "tag" || act === "untag") query.set("added", tag)
  query.set("seal", sealOf(Object.fromEntries(query), staffId).toString("base64url"))
  return `/desk/posts?${query}`
}

type Done = { staffId: number; act: BulkAct; tag: string; result: BulkResult }

const sealed = ["did", "done", "same", "left", "added"]

function sealOf(query: Query, staffId: number): Buffer {
  return keyedHash("bulk-answer", JSON.stringify([staffId, ...sealed.map((name) => query[name] ?? "")]))
}

export function problemHref(list: string, problem: BulkProblem): string {
  const query = new URLSearchParams(listQuery(list))
  query.set("problem", problem)
  return `/desk/posts?${query}`
}

/** Only what a list can be asked for comes back into the address. */
function listQuery(list: string): string {
  return storiesQuery(storiesAddress.parse(Object.fromEntries(new URLSearchParams(list))))
}
