import "server-only"
import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import { mailDeliveries } from "@/db/schema/newsletter"
import { deliveryDays } from "@/lib/mail/limits"
import type { DeliveryOutcome } from "@/lib/mail/outcome"
import { encrypt } from "@/lib/secrets"

export type Delivery = typeof mailDeliveries.$inferSelect
export type DeliveryKind = Delivery["kind"]

type Queued = {
  kind: DeliveryKind
  /** The one address, as it was typed. */
  recipient: string
  subscriberId?: number
  commenterId?: number
  staffId?: number
  /** What its template needs when it is sent; never an address. */
  content?: Record<string, string>
  /** The same key again is the same message, and is not queued twice. */
  dedupeKey: string
}

/** The channel of NOTIFY that wakes mail workers; it carries nothing. */
export const mailChannel = "mail"

/** Longer than any try takes (`sendingSeconds`), so that a lease never ends under a working worker. */
const leaseSeconds = 120

/** Minutes until the next try; after the last one the message has failed. A bit over two days in all. */
const backoffMinutes = [1, 5, 15, 60, 180, 360, 720, 1440]

/**
 * Queues a message in the caller's transaction; workers hear of it at commit.
 * @returns false when the same message was already queued or sent
 */
export async function queueDelivery(tx: Transaction, message: Queued): Promise<boolean> {
  const { recipient, ...fields } = message
  const rows = await tx
    .insert(mailDeliveries)
    .values({ ...fields, recipientSealed: encrypt("address", recipient) })
    .onConflictDoNothing({ target: [mailDeliveries.kind, mailDeliveries.dedupeKey] })
    .returning({ id: mailDeliveries.id })
  if (rows.length > 0) await tx.execute(sql`select pg_notify(${mailChannel}, '')`)
  return rows.length > 0
}

type StaffMessage = Required<Pick<Queued, "kind" | "recipient" | "staffId" | "content" | "dedupeKey">>

/** The same for many messages to staff, in one statement. */
export async function queueStaffDeliveries(
  tx: Transaction,
  messages: readonly StaffMessage[],
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ recipient, ...fields }) => ({
    ...fields,
    sealed: encrypt("address", recipient).toString("hex"),
  }))
  await tx.execute(sql`
    insert into mail_deliveries (kind, staff_id, content, dedupe_key, recipient_sealed)
    select kind, "staffId", content, "dedupeKey", decode(sealed, 'hex')
    from ${rowsOf(rows, sql`kind delivery_kind, "staffId" bigint, content jsonb, "dedupeKey" text, sealed text`)}
    on conflict (kind, dedupe_key) do nothing`)
  await tx.execute(sql`select pg_notify(${mailChannel}, '')`)
}

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

/** Gives up messages to one of the staff that wait, or that a worker is about to send: none of them is tried again. */
export async function cancelDeliveries(
  tx: Transaction,
  { kind, staffId }: { kind: DeliveryKind; staffId: number },
): Promise<void> {
  await tx
    .update(mailDeliveries)
    .set({
      state: "failed",
      leasedUntil: null,
      lastError: "Cancelled, since the access that it gives was revoked.",
    })
    .where(
      and(
        eq(mailDeliveries.kind, kind),
        eq(mailDeliveries.staffId, staffId),
        inArray(mailDeliveries.state, ["queued", "sending"]),
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

/**
 * Since when a message waits that no worker takes, or that was tried three times while the mail server has taken no
 * later one: a full mailbox is no failure of ours.
 */
export const oldestUnsent: SQL = sql`least(
  (select min(due_at) from mail_deliveries where state = 'queued' and due_at < now()),
  (select min(created_at) from mail_deliveries where state = 'queued' and attempts >= 3
    and id > coalesce((select max(id) from mail_deliveries where state = 'sent'), 0))
)`

/** Takes out what is over and no longer counts for any limit; what is in doubt stays for a person. */
export async function forgetOldDeliveries(): Promise<void> {
  await database()
    .delete(mailDeliveries)
    .where(
      and(
        inArray(mailDeliveries.state, ["sent", "failed"]),
        lt(mailDeliveries.createdAt, sql`now() - make_interval(days => ${deliveryDays})`),
      ),
    )
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
