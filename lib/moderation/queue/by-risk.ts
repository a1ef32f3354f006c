import "server-only"
import { and, type SQL } from "drizzle-orm"
import { database } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import type { QueueCursor } from "@/lib/moderation/queue/cursor"
import { selectItems } from "@/lib/moderation/queue/items"
import { followsByScore, followsUnscored } from "@/lib/moderation/queue/pagination"
import type { QueueItem } from "@/lib/moderation/types"

/**
 * Comments of a queue, the riskiest first, and those without a score last.
 * Two questions where scored comments end within the page: together they could not be answered from the index.
 */
export async function selectByRisk(
  staff: Staff,
  { inView, cursor, limit }: { inView: SQL | undefined; cursor: QueueCursor | null; limit: number },
): Promise<QueueItem[]> {
  const select = (follows: SQL | undefined, most: number) =>
    selectItems(database(), staff, { where: and(inView, follows), order: "risk", limit: most })
  const scored = cursor && cursor.score === null ? [] : await select(followsByScore(cursor), limit)
  if (scored.length === limit) return scored
  return [...scored, ...(await select(followsUnscored(cursor), limit - scored.length))]
}
