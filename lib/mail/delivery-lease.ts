import "server-only"
import { and, eq, inArray, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { mailDeliveries } from "@/db/schema/newsletter"
import type { Delivery } from "@/lib/mail/deliveries"
import type { DeliveryOutcome } from "@/lib/mail/outcome"

/** Longer than any try takes (`sendingSeconds`), so that a lease never ends under a working worker. */
const leaseSeconds = 120

/** Minutes until the next try; after the last one the message has failed. A bit over two days in all. */
const backoffMinutes = [1, 5, 15, 60, 180, 360, 720, 1440]

/**
 * Takes the next due message under a lease. That it is being sent is committed before this resolves, so
 * whatever happens to this process, no other worker takes it for unsent.
 */
export async function takeDueDelivery(): Promise<Delivery | null> {
  const due = database()
    .select({ id: mailDeliveries.id })
    .from(mailDeliveries)
    .where(sql`${mailDeliveries.state} = 'queued' and ${mailDeliveries.dueAt} <= now()`)
    .orderBy(mailDeliveries.dueAt, mailDeliveries.id)
    .limit(1)
    .for("update", { skipLocked: true })
  const [row] = await database()
    .update(mailDeliveries)
    .set({
      state: "sending",
      attempts: sql`${mailDeliveries.attempts} + 1`,
      leasedUntil: inSeconds(leaseSeconds),
    })
    // Not `in`: under some plans that asks the subquery again for each row, and takes more than the one.
    .where(eq(mailDeliveries.id, sql`(${due})`))
    .returning()
  return row ?? null
}

/**
 * Writes down how a try ended. It also settles a row that ran into doubt meanwhile, since this worker
 * knows; never one that someone has taken again.
 */
export async function settleDelivery({ id, attempts }: Delivery, outcome: DeliveryOutcome): Promise<void> {
  await database()
    .update(mailDeliveries)
    .set({ leasedUntil: null, ...settled(outcome, attempts) })
    .where(
      and(
        eq(mailDeliveries.id, id),
        eq(mailDeliveries.attempts, attempts),
        inArray(mailDeliveries.state, ["sending", "in_doubt"]),
      ),
    )
}

/** Whether a message is still this worker's to send: neither cancelled nor taken by another. */
export async function isStillTaken(tx: Transaction, { id, attempts }: Delivery): Promise<boolean> {
  const mine = and(
    eq(mailDeliveries.id, id),
    eq(mailDeliveries.attempts, attempts),
    eq(mailDeliveries.state, "sending"),
  )
  return (await tx.$count(mailDeliveries, mine)) > 0
}

/** Marks messages whose worker vanished between "sending" and the answer. They are listed, never guessed. */
export async function markInDoubt(): Promise<number> {
  const rows = await database()
    .update(mailDeliveries)
    .set({ state: "in_doubt", leasedUntil: null, lastError: "The app stopped while it was sending this." })
    .where(and(eq(mailDeliveries.state, "sending"), sql`${mailDeliveries.leasedUntil} < now()`))
    .returning({ id: mailDeliveries.id })
  return rows.length
}

/** Milliseconds until a message is due or a lease runs out; `null` when nothing waits. */
export async function untilNextDue(): Promise<number | null> {
  const [row] = await database().execute<{ ms: number | null }>(sql`
    select extract(epoch from least(
      (select min(due_at) from mail_deliveries where state = 'queued'),
      (select min(leased_until) from mail_deliveries where state = 'sending')
    ) - now())::float8 * 1000 as ms`)
  return row?.ms ?? null
}

function settled(
  outcome: DeliveryOutcome,
  attempts: number,
): Partial<typeof mailDeliveries.$inferInsert> | object {
  switch (outcome.kind) {
    case "sent":
      return { state: "sent", sentAt: sql`now()`, lastError: "" }
    case "refused":
      return { state: "failed", lastError: outcome.reason }
    case "in-doubt":
      return { state: "in_doubt", lastError: outcome.reason }
    case "later": {
      const minutes = backoffMinutes[attempts - 1]
      if (minutes === undefined) return { state: "failed", lastError: outcome.reason }
      return { state: "queued", dueAt: inSeconds(minutes * 60), lastError: outcome.reason }
    }
  }
}

function inSeconds(seconds: number) {
  return sql`now() + make_interval(secs => ${seconds})`
}
