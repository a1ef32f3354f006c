import type { QueueView } from "@/lib/moderation/queue/url"
import { rowNumber } from "@/lib/text/row-number"

/** A page's first comment comes after this one. */
export type QueueCursor = { id: number; score: number | null }

export function writeQueueCursor({ id, score }: QueueCursor, sort: QueueView["sort"]): string {
  return sort === "risk" ? `${score ?? "none"}~${id}` : String(id)
}

/** Reads what `writeQueueCursor` wrote, or `null` when it wrote no such thing. */
export function readQueueCursor(after: string | null): QueueCursor | null {
  if (after === null) return null
  const [score, id] = after.includes("~") ? after.split("~") : ["none", after]
  const row = rowNumber.safeParse(id)
  if (!row.success) return null
  const number = Number(score)
  return { id: row.data, score: Number.isFinite(number) ? number : null }
}
