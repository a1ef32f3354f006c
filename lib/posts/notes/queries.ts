import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database } from "@/db/client"
import { postNotes } from "@/db/schema/post-notes"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { noteLimits } from "@/lib/posts/notes/limits"
import type { PassageNote } from "@/lib/posts/notes/types"
import { authorIds } from "@/lib/posts/own-stories"
import { maySee } from "@/lib/posts/policy"

/** So many resolved ones are shown beside all that are open. */
const mostResolved = 50

/** The notes of a story in the order of their passages, for whoever may see the story; none for anybody else. */
export async function listNotes(staff: Staff, postId: number): Promise<PassageNote[]> {
  const db = database()
  const [post] = await db
    .select({ createdBy: posts.createdBy, authorIds })
    .from(posts)
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)))
  if (!post || !maySee(staff, post)) return []
  const resolver = alias(staffTable, "resolver")
  const rows = await db
    .select({ note: postNotes, by: staffTable.name, resolvedBy: resolver.name })
    .from(postNotes)
    .innerJoin(staffTable, eq(staffTable.id, postNotes.staffId))
    .leftJoin(resolver, eq(resolver.id, postNotes.resolvedBy))
    .where(sql`coalesce(${postNotes.parentId}, ${postNotes.id}) in (
      select n.id from post_notes n where n.post_id = ${postId} and n.parent_id is null
      order by n.resolved_at desc nulls first, n.id limit ${noteLimits.open + mostResolved})`)
    .orderBy(asc(postNotes.id))
  const said = ({ note, by }: (typeof rows)[number]) => ({
    id: note.id,
    body: note.body,
    by,
    at: note.createdAt.toISOString(),
    own: note.staffId === staff.id,
  })
  const notes = rows.filter(({ note }) => note.parentId === null)
  return notes
    .toSorted((a, b) => a.note.place - b.note.place || a.note.id - b.note.id)
    .map((row) => {
      const { id, quote, before, after, place, resolvedAt } = row.note
      const replies = rows.filter(({ note }) => note.parentId === id).map(said)
      const resolvedBy = resolvedAt ? (row.resolvedBy ?? "Somebody") : null
      return { ...said(row), passage: { quote, before, after, place }, replies, resolvedBy }
    })
}
