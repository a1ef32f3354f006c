import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentReports } from "@/db/schema/reports"
import { findCurrentDecision } from "@/lib/comments/current-decision"
import type { CommentStatus } from "@/lib/comments/types"

/** What reports of one person have in common, of whichever day. */
export const onePerson = sql<Buffer>`coalesce(${commentReports.wideNetworkHash}, ${commentReports.networkHash})`

/** How many people have reported it since a moderator decided; each wide network counts as one. */
export async function countReporters(
  tx: Transaction,
  comment: { id: number; status: CommentStatus },
): Promise<number> {
  const standing = await findCurrentDecision(tx, comment)
  const since = standing ? standing.at.toISOString() : "-infinity"
  const [row] = await tx
    .select({
      people: sql`count(distinct ${onePerson})`.mapWith(Number),
    })
    .from(commentReports)
    // Without its hash nobody can tell any more who sent it.
    .where(
      sql`${commentReports.commentId} = ${comment.id} and ${commentReports.networkHash} is not null
        and ${commentReports.createdAt} > ${since}::timestamptz`,
    )
  return row?.people ?? 0
}
