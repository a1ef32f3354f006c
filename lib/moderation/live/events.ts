import "server-only"
import { asc, gt, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"

/** The number of the newest event: where somebody who listens from now on begins. */
export async function newestEvent(): Promise<number> {
  const [row] = await database()
    .select({ id: sql<number>`coalesce(max(${auditEvents.id}), 0)`.mapWith(Number) })
    .from(auditEvents)
  return row?.id ?? 0
}

/** Events are numbered before they are kept: one with a lower number may come into sight a little later. */
const late = 50

/** The comments that something happened to since an event, or `null` when they are more than `most`. */
export async function changedSince(event: number, most: number): Promise<number[] | null> {
  const rows = await database()
    .selectDistinct({ id: auditEvents.commentId })
    .from(auditEvents)
    .where(gt(auditEvents.id, event - late))
    .orderBy(asc(auditEvents.commentId))
    .limit(most + 1)
  return rows.length > most ? null : rows.flatMap(({ id }) => id ?? [])
}
