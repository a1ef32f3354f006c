import "server-only"
import { and, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import {
  belongsTo,
  followsByScore,
  followsInTime,
  followsUnscored,
  narrowedTo,
} from "@/lib/moderation/queue/filter"
import { queueUrl, readQueueCursor } from "@/lib/moderation/queue/input"
import { selectItems } from "@/lib/moderation/queue/items"
import {
  canSortByRisk,
  isOldestFirst,
  type QueueCursor,
  type QueueView,
  writeQueueCursor,
} from "@/lib/moderation/queue/url"
import type { QueueItem } from "@/lib/moderation/types"

const queuePageSize = 50

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
    ? selectByRisk(staff, inView, cursor)
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

const usual: QueueView = queueUrl.parse({})

const fetched = queuePageSize + 1

/** Two questions where scored comments end within the page: together they could not be answered from the index. */
async function selectByRisk(
  staff: Staff,
  inView: SQL | undefined,
  cursor: QueueCursor | null,
): Promise<QueueItem[]> {
  const select = (follows: SQL | undefined, limit: number) =>
    selectItems(database(), staff, { where: and(inView, follows), order: "risk", limit })
  const scored = cursor && cursor.score === null ? [] : await select(followsByScore(cursor), fetched)
  if (scored.length === fetched) return scored
  return [...scored, ...(await select(followsUnscored(cursor), fetched - scored.length))]
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
