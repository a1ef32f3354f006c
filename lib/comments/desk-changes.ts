import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"

/** The channel of NOTIFY; the payload is ids of comments with commas between, or `many`. */
export const moderationChannel = "moderation"

/** Past this many ids the payload is `many`, and desks reload. */
export const mostIdsInNotice = 200

/** So long apart are two notifications of one process at least: each holds up every commit for a moment. */
const pause = 250

type Desk = { ids: Set<number>; many: boolean; timer: NodeJS.Timeout | null; sentAt: number }

// On globalThis, since Next bundles this file once for each of its layers.
const held = globalThis as { mastheadNews?: Desk }
held.mastheadNews ??= { ids: new Set(), many: false, timer: null, sentAt: 0 }
const desk = held.mastheadNews

/**
 * Notifies every open desk that something about these comments is new. Call it after the commit; it never throws.
 * @param ids `many` where the caller does not know which they are
 */
export function notifyModerators(ids: Iterable<number> | "many"): void {
  if (ids === "many") desk.many = true
  else for (const id of ids) desk.ids.add(id)
  if (desk.timer || (desk.ids.size === 0 && !desk.many)) return
  desk.timer = setTimeout(send, Math.max(0, desk.sentAt + pause - Date.now()))
  desk.timer.unref()
}

function send(): void {
  const payload = desk.many || desk.ids.size > mostIdsInNotice ? "many" : [...desk.ids].join(",")
  desk.ids.clear()
  desk.many = false
  desk.timer = null
  desk.sentAt = Date.now()
  database()
    .execute(sql`select pg_notify(${moderationChannel}, ${payload})`)
    .catch((error: unknown) => console.warn("The desk could not be told what is new.", error))
}
