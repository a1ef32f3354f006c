import "server-only"
import { sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"

/** The channel of NOTIFY that names members of staff whose sessions ended or whose roles changed. */
export const accessChannel = "staff_access"

/** Has every instance look again, once this transaction commits, whether somebody may still hold a stream open. */
export async function notifyAccessChanged(db: Queryable, staffId: number): Promise<void> {
  await db.execute(sql`select pg_notify(${accessChannel}, ${String(staffId)})`)
}
