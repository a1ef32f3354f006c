import "server-only"
import { and, eq } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { commentNotes } from "@/db/schema/moderation"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { showsNothing } from "@/lib/text/storable"
import { cleanText } from "@/lib/text/typed-text"

/** Letters in a note, as people count them. */
const longestNote = 2000

export type NoteAnswer =
  | { ok: true; id: number }
  | { ok: false; reason: "not-allowed" | "empty" | "too-long" | "gone" }

/** Leaves a word about a comment for other moderators. No reader ever sees it. */
export async function addNote(
  staff: Staff,
  { commentId, body }: { commentId: number; body: string },
): Promise<NoteAnswer> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const text = cleanText(body)
  if (showsNothing(text)) return { ok: false, reason: "empty" }
  if ([...text].length > longestNote) return { ok: false, reason: "too-long" }
  const db = database()
  const [there] = await db.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId))
  if (!there) return { ok: false, reason: "gone" }
  const [note] = await db
    .insert(commentNotes)
    .values({ commentId, staffId: staff.id, body: text })
    .returning({ id: commentNotes.id })
  notifyModerators([commentId])
  return { ok: true, id: note?.id ?? 0 }
}

/** Takes one's own note back within the hour; false when it was another's, is older or gone. */
export async function undoNote(staff: Staff, noteId: number): Promise<boolean> {
  if (!may(staff, "comments.moderate")) return false
  const [gone] = await database()
    .delete(commentNotes)
    .where(
      and(
        eq(commentNotes.id, noteId),
        eq(commentNotes.staffId, staff.id),
        isUndoable(commentNotes.createdAt),
      ),
    )
    .returning({ commentId: commentNotes.commentId })
  if (gone) notifyModerators([gone.commentId])
  return gone !== undefined
}
