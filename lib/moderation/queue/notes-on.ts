import "server-only"
import { desc, eq, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { commentNotes } from "@/db/schema/moderation"
import { staff as staffTable } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"
import type { Staff } from "@/lib/auth/staff"

type Note = { id: number; by: string; body: string; at: string; undoable: boolean }

/** More notes than anybody reads are cut off at the oldest end. */
const mostNotes = 50

/** What moderators wrote to each other, oldest first; `undoable` for one's own within the hour. */
export function notesOn(db: Queryable, commentId: SQLWrapper, staff: Staff) {
  const newest = db
    .select({
      id: commentNotes.id,
      staffId: commentNotes.staffId,
      by: staffTable.name,
      body: commentNotes.body,
      at: commentNotes.createdAt,
    })
    .from(commentNotes)
    .innerJoin(staffTable, eq(staffTable.id, commentNotes.staffId))
    .where(eq(commentNotes.commentId, commentId))
    .orderBy(desc(commentNotes.id))
    .limit(mostNotes)
    .as("newest_notes")
  const undoable = sql`${newest.staffId} = ${staff.id} and ${isUndoable(newest.at)}`
  return db
    .select({
      written: sql<Note[]>`coalesce(json_agg(json_build_object(
        'id', ${newest.id}, 'by', ${newest.by}, 'body', ${newest.body}, 'at', ${newest.at}, 'undoable', ${undoable}
      ) order by ${newest.id}), '[]')`.as("written"),
    })
    .from(newest)
}
