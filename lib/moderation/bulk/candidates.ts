import "server-only"
import { and, asc, eq, exists, isNull, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { commentAppeals, commentLeases } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import { currentDecisionOf, decisionJoin, isOpen } from "@/lib/comments/current-decision"
import type { CommentStatus, Verdict } from "@/lib/comments/types"
import { heldByOther } from "@/lib/moderation/leases"

/** What is to be known of a comment before many are decided about at once. */
export type Candidate = {
  id: number
  postId: number
  status: CommentStatus
  version: number
  /** The decision that its status is owed to. */
  standing: { id: number; verdict: Verdict; fromStatus: CommentStatus | null; version: number | null } | null
  /** Readers reported it and nobody has answered them. */
  reported: boolean
  /** Its author has appealed and nobody has answered. */
  appealed: boolean
  /** A colleague has it open. */
  open: boolean
}

/** The oldest comments that `where` allows, as they are for one of the staff, in one query. */
export async function listCandidates(
  db: Queryable,
  staff: Staff,
  { where, limit }: { where: SQL | undefined; limit: number },
): Promise<Candidate[]> {
  const page = db.$with("page").as(
    db
      .select({
        id: comments.id,
        postId: comments.postId,
        status: comments.status,
        version: comments.version,
      })
      .from(comments)
      .where(where)
      .orderBy(asc(comments.id))
      .limit(limit),
  )
  const { decision, columns } = decisionJoin(db, page.id, "decision")
  const reports = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, page.id), isOpen(decision.at)))
  const appeals = db
    .select({ id: commentAppeals.id })
    .from(commentAppeals)
    .where(and(eq(commentAppeals.commentId, page.id), isNull(commentAppeals.decidedBy)))
  const leases = db
    .select({ id: commentLeases.commentId })
    .from(commentLeases)
    .where(and(eq(commentLeases.commentId, page.id), heldByOther(staff)))
  const rows = await db
    .with(page)
    .select({
      id: page.id,
      postId: page.postId,
      status: page.status,
      version: page.version,
      decision: columns,
      reported: sql<boolean>`${exists(reports)}`,
      appealed: sql<boolean>`${exists(appeals)}`,
      open: sql<boolean>`${exists(leases)}`,
    })
    .from(page)
    .leftJoinLateral(decision, sql`true`)
    .orderBy(asc(page.id))
  return rows.map(({ decision, ...row }) => {
    const standing = decision && currentDecisionOf(decision, row.status)
    return {
      ...row,
      standing: standing && {
        id: standing.id,
        verdict: standing.verdict,
        fromStatus: standing.fromStatus,
        version: standing.version,
      },
    }
  })
}
