import "server-only"
import { and, desc, eq, notExists, type SQLWrapper, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable, Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { staff as staffTable } from "@/db/schema/staff"
import { recordEvents } from "@/lib/audit/mutations"
import { isUndoable } from "@/lib/audit/undoable"
import type { Staff } from "@/lib/auth/staff"
import type { CommentMode } from "@/lib/settings/comment-modes"

/** A change of how a story takes comments; null where the publication's own mode holds. */
export type ModeChange = {
  staff: Staff
  postId: number
  from: CommentMode | null
  to: CommentMode | null
  undoes?: number
}

/** Writes such a change into the log, in the transaction of its effect; answers its number. */
export async function recordModeChange(
  tx: Transaction,
  { staff, postId, from, to, undoes }: ModeChange,
): Promise<number> {
  const [event] = await recordEvents(tx, [
    {
      postId,
      staffId: staff.id,
      action: undoes ? "undone" : "comment_mode_set",
      undoes,
      detail: { from: from ?? "publication", to: to ?? "publication" },
    },
  ])
  if (!event) throw new Error("The database gave no event back.")
  return event.id
}

/**
 * The query for the change that a story's mode is owed to, to run alone or as a lateral join. One that was taken back
 * counts no more; the one before it does.
 */
export function currentModeChange(db: Queryable, postId: number | SQLWrapper) {
  const undoing = alias(auditEvents, "undoing_mode")
  return db
    .select({
      id: auditEvents.id,
      staffId: auditEvents.staffId,
      by: staffTable.name,
      at: auditEvents.createdAt,
      from: sql<string>`${auditEvents.detail} ->> 'from'`.as("mode_from"),
      undoable: isUndoable(auditEvents.createdAt).as("mode_undoable"),
    })
    .from(auditEvents)
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(
      and(
        eq(auditEvents.postId, postId),
        eq(auditEvents.action, "comment_mode_set"),
        notExists(db.select({ id: undoing.id }).from(undoing).where(eq(undoing.undoes, auditEvents.id))),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
}
