import "server-only"
import { asc, eq, exists, type SQL, sql } from "drizzle-orm"
import type { Queryable, Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import type { Staff } from "@/lib/auth/staff"
import { currentDecisionOf, decisionJoin, isOpen } from "@/lib/comments/current-decision"
import { lockComments } from "@/lib/comments/locks"
import { openToDecider } from "@/lib/comments/second-look"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { leaseOfOther } from "@/lib/moderation/leases"

type Selection = { where: SQL | undefined; limit: number }

/** The oldest comments that `where` allows, as they are for one of the staff, in one query. */
export async function listCandidates(
  db: Queryable,
  staff: Staff,
  { where, limit }: Selection,
): Promise<Candidate[]> {
  const { id, postId, status, version } = comments
  const page = db
    .$with("page")
    .as(db.select({ id, postId, status, version }).from(comments).where(where).orderBy(asc(id)).limit(limit))
  const { decision, columns } = decisionJoin(db, page.id, "decision")
  const reports = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(sql`${commentReports.commentId} = ${page.id} and ${isOpen(decision.at)}`)
  const appeal = db
    .select({
      id: commentAppeals.id,
      againstStaffId: auditEvents.staffId,
      openToDecider: openToDecider(auditEvents.staffId, commentAppeals.createdAt).as("open_to_decider"),
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.eventId))
    .where(sql`${commentAppeals.commentId} = ${page.id} and ${commentAppeals.decidedBy} is null`)
    .as("appeal")
  const lease = leaseOfOther(db, staff, page.id).as("lease")
  const rows = await db
    .with(page)
    .select({
      id: page.id,
      postId: page.postId,
      status: page.status,
      version: page.version,
      decision: columns,
      reported: sql<boolean>`${exists(reports)}`,
      appeal: {
        id: appeal.id,
        againstStaffId: appeal.againstStaffId,
        openToDecider: appeal.openToDecider,
      },
      heldBy: { name: lease.by, until: lease.until },
    })
    .from(page)
    .leftJoinLateral(decision, sql`true`)
    .leftJoinLateral(appeal, sql`true`)
    .leftJoinLateral(lease, sql`true`)
    .orderBy(asc(page.id))
  return rows.map(({ decision, ...row }) => ({
    ...row,
    current: decision && currentDecisionOf(decision, row.status),
  }))
}

/** Locks comments for a decision, and reads them under the lock; what is not there is left out. */
export async function lockCandidates(
  tx: Transaction,
  staff: Staff,
  ids: readonly number[],
): Promise<Candidate[]> {
  await lockComments(tx, ids)
  return listCandidates(tx, staff, { where: sql`${comments.id} in ${numbers(ids)}`, limit: ids.length })
}
