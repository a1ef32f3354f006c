import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { numbers } from "@/db/lists"
import { commentLeases } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"

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
