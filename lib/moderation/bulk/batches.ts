import "server-only"
import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { moderationBatches } from "@/db/schema/audit"
import { staff as staffTable } from "@/db/schema/staff"
import type { AuditAction } from "@/lib/audit/types"
import { isUndoable } from "@/lib/audit/undoable"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"

/** What was decided about many at once. */
export type Batch = {
  id: number
  by: string
  action: AuditAction
  about: string
  at: Date
  undoneAt: Date | null
  undoable: boolean
  /** How many comments were decided about, and how many of these were taken back with it. */
  decided: number
  restored: number
}

/** The batches of the last hour, newest first: those that can still be taken back, and those that were. */
export function listRecentBatches(staff: Staff): Promise<Batch[]> {
  return listBatches(staff, isUndoable(moderationBatches.createdAt))
}

/** One batch, or `null` when there is none of this number. */
export async function getBatch(staff: Staff, id: number): Promise<Batch | null> {
  const [batch] = await listBatches(staff, eq(moderationBatches.id, id))
  return batch ?? null
}

const mostBatches = 50

function listBatches(staff: Staff, where: SQL): Promise<Batch[]> {
  mustModerate(staff)
  const events = (which: SQL) =>
    sql<number>`(select count(*)::int from audit_events as e
      where e.batch_id = ${moderationBatches.id} and e.comment_id is not null and ${which})`
  return database()
    .select({
      id: moderationBatches.id,
      by: staffTable.name,
      action: moderationBatches.action,
      about: moderationBatches.about,
      at: moderationBatches.createdAt,
      undoneAt: moderationBatches.undoneAt,
      undoable: sql<boolean>`${moderationBatches.undoneAt} is null and ${isUndoable(moderationBatches.createdAt)}`,
      decided: events(sql`e.action in ('approved', 'rejected', 'marked_spam')`),
      restored: events(sql`e.action = 'undone'`),
    })
    .from(moderationBatches)
    .innerJoin(staffTable, eq(staffTable.id, moderationBatches.staffId))
    .where(and(where))
    .orderBy(desc(moderationBatches.id))
    .limit(mostBatches)
}
