import "server-only"
import { and, eq } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import type { ReasonKey } from "@/lib/comments/reasons"

/** The reason of the event in which the owner of an address said that a comment is not theirs. */
export const notTheirs: ReasonKey = "not-theirs"

/** Whether the owner of the mailbox has said that they did not write it. */
export async function isDisowned(tx: Queryable, commentId: number): Promise<boolean> {
  const [said] = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(and(eq(auditEvents.commentId, commentId), eq(auditEvents.reason, notTheirs)))
    .limit(1)
  return said !== undefined
}
