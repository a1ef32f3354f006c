import "server-only"
import { and, eq, gt, lt, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { commentLeases } from "@/db/schema/moderation"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"

/** How long a comment stays somebody's after they last touched it. */
const leaseSeconds = 120

export type Lease = { ok: true } | { ok: false; by: string; until: Date } | { ok: false; by: null }

/**
 * Says that somebody has a comment open, for two minutes from now. Refused while a colleague has it, with their name,
 * unless it is taken over; refused without a name for a comment that is not there.
 */
export async function takeLease(
  staff: Staff,
  commentId: number,
  { over = false }: { over?: boolean } = {},
): Promise<Lease> {
  if (!may(staff, "comments.moderate")) return { ok: false, by: null }
  const until = sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`
  const free = or(eq(commentLeases.staffId, staff.id), lt(commentLeases.until, sql`clock_timestamp()`))
  const db = database()
  const [there] = await db.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId))
  if (!there) return { ok: false, by: null }
  const [taken] = await db
    .insert(commentLeases)
    .values({ commentId, staffId: staff.id, until })
    .onConflictDoUpdate({
      target: commentLeases.commentId,
      set: { staffId: staff.id, until },
      setWhere: over ? undefined : free,
    })
    .returning({ commentId: commentLeases.commentId })
  if (taken) {
    notifyModerators([commentId])
    return { ok: true }
  }
  const holder = await findOtherHolder(db, staff, commentId)
  // It ran out between the two questions: the next touch gets it.
  return holder ? { ok: false, ...holder } : { ok: false, by: null }
}

/** Says that somebody no longer has a comment open. */
export async function releaseLease(staff: Staff, commentId: number): Promise<void> {
  if (await endLeases(database(), staff, [commentId])) notifyModerators([commentId])
}

/** Ends somebody's own leases, and never a colleague's; answers whether there was one. */
export async function endLeases(
  db: Queryable,
  staff: Staff,
  commentIds: readonly number[],
): Promise<boolean> {
  const ended = await db
    .delete(commentLeases)
    .where(
      and(sql`${commentLeases.commentId} in ${numbers(commentIds)}`, eq(commentLeases.staffId, staff.id)),
    )
    .returning({ commentId: commentLeases.commentId })
  return ended.length > 0
}

/** The query for the lease that a colleague has on a comment, to run alone or as a lateral join. */
export function leaseOfOther(db: Queryable, staff: Staff, commentId: number | SQLWrapper) {
  return db
    .select({ by: staffTable.name, until: commentLeases.until })
    .from(commentLeases)
    .innerJoin(staffTable, eq(staffTable.id, commentLeases.staffId))
    .where(and(eq(commentLeases.commentId, commentId), heldByOther(staff)))
    .limit(1)
}

/** Of leases, those that keep one of the staff from deciding. */
function heldByOther(staff: Staff): SQL | undefined {
  return and(ne(commentLeases.staffId, staff.id), gt(commentLeases.until, sql`clock_timestamp()`))
}

async function findOtherHolder(db: Queryable, staff: Staff, commentId: number) {
  const [row] = await leaseOfOther(db, staff, commentId)
  return row ?? null
}
