import "server-only"
import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import { mailDeliveries } from "@/db/schema/newsletter"
import { deliveryDays } from "@/lib/mail/limits"
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
