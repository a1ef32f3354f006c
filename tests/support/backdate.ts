import { eq, sql } from "drizzle-orm"
import type { Transaction } from "../../db/client.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { asOwner } from "./owner.ts"

/** Moves an event of the log into the past. */
export function backdate(eventId: number, minutes: number): Promise<void> {
  return tamper(async (tx) => {
    await tx
      .update(auditEvents)
      .set({ createdAt: sql`now() - make_interval(mins => ${minutes})` })
      .where(eq(auditEvents.id, eventId))
  })
}

/** Does what somebody can do who owns the database: as a replica it asks no trigger. */
export function tamper(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return asOwner(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await work(tx)
  })
}
