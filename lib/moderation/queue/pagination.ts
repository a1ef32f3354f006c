import "server-only"
import { and, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import type { QueueCursor } from "@/lib/moderation/queue/cursor"

/** What comes after a comment in the order of time. */
export function followsInTime(cursor: QueueCursor | null, oldestFirst: boolean): SQL | undefined {
  if (!cursor) return undefined
  return oldestFirst ? gt(comments.id, cursor.id) : lt(comments.id, cursor.id)
}

/** Among comments with a score, highest first: written so that the index is entered where the page begins. */
export function followsByScore(cursor: QueueCursor | null): SQL | undefined {
  if (!cursor) return isNotNull(comments.score)
  if (cursor.score === null) return sql`false`
  return and(
    lte(comments.score, cursor.score),
    or(lt(comments.score, cursor.score), gt(comments.id, cursor.id)),
  )
}

/** Among comments that the filter has not judged, which come after all others. */
export function followsUnscored(cursor: QueueCursor | null): SQL | undefined {
  const begins = cursor && cursor.score === null ? gt(comments.id, cursor.id) : undefined
  return and(isNull(comments.score), begins)
}
