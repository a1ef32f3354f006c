import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import { lockThreads } from "@/lib/comments/locks"
import type { CommentStatus } from "@/lib/comments/types"
import type { Candidate } from "@/lib/moderation/decisions/candidate"

export type StatusChange = { comment: Candidate; toStatus: CommentStatus }

/**
 * Gives locked comments their new status. The trigger gives places in the thread in the order in which the rows come, and
 * the older comment comes first.
 */
export async function moveComments(tx: Transaction, moved: readonly StatusChange[]): Promise<void> {
  if (moved.length === 0) return
  const shown = moved.filter(touchesPage).map(({ comment }) => comment.postId)
  // The trigger locks the thread of a single comment by itself.
  if (shown.length > 1) await lockThreads(tx, [...new Set(shown)])
  const rows = moved.map(({ comment, toStatus }) => ({ id: comment.id, becomes: toStatus }))
  const sorted = moved.length > 1
  // Without hash joins, whatever plan is left walks the sorted list.
  if (sorted) await tx.execute(sql`set local enable_hashjoin = off`)
  await tx.execute(sql`
    update comments set status = becomes::comment_status
    from (select * from ${rowsOf(rows, sql`id bigint, becomes text`)} order by r.id) as list
    where comments.id = list.id`)
  if (sorted) await tx.execute(sql`reset enable_hashjoin`)
}

function touchesPage({ comment, toStatus }: StatusChange): boolean {
  return comment.status === "approved" || toStatus === "approved"
}
