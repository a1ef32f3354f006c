import "server-only"
import { and, eq, gt, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { commentLeases } from "@/db/schema/moderation"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"

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
