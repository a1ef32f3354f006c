import "server-only"
import { and, arrayOverlaps, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mailDeliveries } from "@/db/schema/newsletter"
import { staff as staffTable } from "@/db/schema/staff"
import type { AuditAction } from "@/lib/audit/types"
import { rolesThatMay, type Staff } from "@/lib/auth/staff"
import { queueDelivery } from "@/lib/mail/deliveries"
import type { StoredPost } from "@/lib/posts/save-outcome"

/** So many editors hear of a story that was handed in. */
const mostEditors = 50

/** The same step with the same story is told once in so many minutes. */
const quietMinutes = 15

/** Steps that concern whoever began the story. */
const ofMaker: readonly AuditAction[] = [
  "post_sent_back",
  "post_approved",
  "post_published",
  "post_updated",
  "post_unpublished",
]

type Taken = { staff: Staff; post: StoredPost; action: AuditAction; eventId: number }

/** Queues a message to whom a step concerns, in the transaction of the step: editors, or whoever began the story. */
export async function tellOfStep(tx: Transaction, { staff, post, action, eventId }: Taken): Promise<void> {
  for (const { id, email } of await recipientsOf(tx, { staff, post, action })) {
    await queueDelivery(tx, {
      kind: "story_step",
      recipient: email,
      staffId: id,
      content: { post: String(post.id), action, event: String(eventId) },
      dedupeKey: `${eventId}-${id}`,
    })
  }
}

async function recipientsOf(tx: Transaction, { staff, post, action }: Omit<Taken, "eventId">) {
  const isSubmission = action === "post_submitted"
  if (!isSubmission && !ofMaker.includes(action)) return []
  const concerned = isSubmission
    ? arrayOverlaps(staffTable.roles, [...rolesThatMay("posts.publish")])
    : eq(staffTable.id, post.createdBy ?? 0)
  const heard = sql`exists (select from ${mailDeliveries} as d where d.staff_id = ${staffTable.id} and d.kind = 'story_step'
    and d.created_at > now() - make_interval(mins => ${quietMinutes})
    and d.content ->> 'post' = ${String(post.id)} and d.content ->> 'action' = ${action})`
  return tx
    .select({ id: staffTable.id, email: staffTable.email })
    .from(staffTable)
    .where(
      and(
        concerned,
        ne(staffTable.id, staff.id),
        isNull(staffTable.disabledAt),
        isNotNull(staffTable.joinedAt),
        sql`not ${heard}`,
      ),
    )
    .orderBy(asc(staffTable.id))
    .limit(mostEditors)
}
