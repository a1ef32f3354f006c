import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import type { NewEvent } from "@/lib/audit/types"

/** Writes into the log what was decided or done, in the transaction of its effect. */
export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event])
}

/**
 * The same for many, in one statement.
 * @returns the events' numbers, each with the comment or the story that it is about
 */
export async function recordEvents(
  tx: Transaction,
  events: readonly NewEvent[],
): Promise<{ id: number; commentId: number; postId: number }[]> {
  if (events.length === 0) return []
  const rows = await tx.execute<{ id: string; commentId: string | null; postId: string | null }>(sql`
    insert into audit_events (comment_id, post_id, ban_id, member_id, media_id, author_id, page_id, topic, staff_id, action, from_status, to_status, reason,
      version, undoes, batch_id, detail, created_at)
    select "commentId", "postId", "banId", "memberId", "mediaId", "authorId", "pageId", topic, "staffId", action, "fromStatus", "toStatus", coalesce(reason, ''),
      version, undoes, "batchId", coalesce(detail, '{}'), coalesce("createdAt", clock_timestamp())
    from ${rowsOf(events, columns)}
    returning id, comment_id as "commentId", post_id as "postId"`)
  return rows.map(({ id, commentId, postId }) => ({
    id: Number(id),
    commentId: Number(commentId),
    postId: Number(postId),
  }))
}

const columns = sql`"commentId" bigint, "postId" bigint, "banId" bigint, "memberId" bigint, "mediaId" bigint,
  "authorId" bigint, "pageId" bigint, topic text, "staffId" bigint, action text, "fromStatus" text, "toStatus" text, reason text, version integer, undoes bigint, "batchId" bigint,
  detail jsonb, "createdAt" timestamptz`
