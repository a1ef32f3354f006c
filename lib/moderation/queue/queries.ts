import "server-only"
import { and, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import { selectByRisk } from "@/lib/moderation/queue/by-risk"
import { readQueueCursor, writeQueueCursor } from "@/lib/moderation/queue/cursor"
import { belongsTo } from "@/lib/moderation/queue/filter"
import { queueUrl } from "@/lib/moderation/queue/input"
import { selectItems } from "@/lib/moderation/queue/items"
import { canSortByRisk, isOldestFirst } from "@/lib/moderation/queue/order"
import { followsInTime } from "@/lib/moderation/queue/pagination"
import { narrowedTo } from "@/lib/moderation/queue/search"
import type { QueueView } from "@/lib/moderation/queue/url"
import type { QueueItem } from "@/lib/moderation/types"

const queuePageSize = 50

/** One more tells whether a page follows. */
const fetched = queuePageSize + 1

const usual: QueueView = queueUrl.parse({})

type QueuePage = {
  items: QueueItem[]
  /** Where the next page begins, or `null` on the last one. */
  next: string | null
}

/**
 * One page of a queue. In order of time it is one query: what waits, was reported or is appealed against comes oldest
 * first, what was decided newest first. In order of risk what the filter has not judged comes last. Pages follow one
 * another by what stood last on a page, so that comments which arrive or leave meanwhile shift nothing.
 */
export async function listQueue(staff: Staff, asked: Partial<QueueView>): Promise<QueuePage> {
  mustModerate(staff)
  const view = { ...usual, ...asked }
  const cursor = readQueueCursor(view.after)
  const byRisk = view.sort === "risk" && canSortByRisk(view.status)
  const inView = and(belongsTo(database(), view.status), await narrowedTo(database(), view))
  const rows = await (byRisk
    ? selectByRisk(staff, { inView, cursor, limit: fetched })
    : selectItems(database(), staff, {
        where: and(inView, followsInTime(cursor, isOldestFirst(view.status))),
        order: isOldestFirst(view.status) ? "oldest" : "newest",
        limit: fetched,
      }))
  const items = rows.slice(0, queuePageSize)
  const last = items.at(-1)
  const more = rows.length > queuePageSize && last
  return { items, next: more ? writeQueueCursor(last, byRisk ? "risk" : "time") : null }
}

/** Comments as the queue shows them, in whichever queue they are; those that are gone are left out. */
export async function listQueueItems(staff: Staff, ids: readonly number[]): Promise<QueueItem[]> {
  mustModerate(staff)
  if (ids.length === 0) return []
  const where = sql`${comments.id} in ${numbers(ids)}`
  return selectItems(database(), staff, { where, order: "oldest", limit: ids.length })
}

/** One comment as the queue shows it, or `null` when it is gone. */
export async function getQueueItem(staff: Staff, id: number): Promise<QueueItem | null> {
  const [item] = await listQueueItems(staff, [id])
  return item ?? null
}
