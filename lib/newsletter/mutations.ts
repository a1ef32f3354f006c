import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mailDeliveries, subscribers } from "@/db/schema/newsletter"
import { tentatively } from "@/db/tentative"
import { transaction } from "@/db/transaction"
import { decryptEmail, hashEmail, protectEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"
import { takeQuota } from "@/lib/mail/mailbox-quota"
import { confirmationsPerMonth, daysToConfirm, inAll, perNetwork } from "@/lib/newsletter/limits"
import { everyone, ofIpPrefix } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

type Subscriber = typeof subscribers.$inferSelect

/**
 * Asks for the newsletter at an address. Whether it is new, waiting, confirmed or has left is not in the
 * answer: only the limits are, and they count every try alike. A confirmation is queued unless the address
 * is confirmed already or its mailbox has had one today or three within thirty days; the same is written either way,
 * and taken back.
 */
export async function subscribe(
  { email, network }: { email: string; network: string },
  now = new Date(),
): Promise<{ ok: true } | { ok: false; reason: "too-fast" | "too-many" }> {
  if (!(await countAgainst(perNetwork, ofIpPrefix(network))).ok) return { ok: false, reason: "too-fast" }
  if (!(await countAgainst(inAll, everyone)).ok) return { ok: false, reason: "too-many" }

  await transaction(async (tx) => {
    const quota = { kind: "confirmation" as const, email, perMonth: confirmationsPerMonth }
    const dedupeKey = await takeQuota(tx, quota, now)
    const status = await statusOf(tx, email)
    const sends = dedupeKey !== null && status !== "confirmed"
    await tentatively(tx, "sign_up", async () => {
      const subscriberId = await awaitConfirmation(tx, email)
      await tentatively(tx, "message", async () => {
        const key = dedupeKey ?? randomUUID()
        await queueDelivery(tx, { kind: "confirmation", recipient: email, subscriberId, dedupeKey: key })
        return sends
      })
      // Without a new message the link of an earlier one works again, so nobody can use up the messages of somebody who left.
      return sends || status === "unsubscribed"
    })
  })
  return { ok: true }
}

/**
 * Confirms a sign-up that waits, and queues one welcome however often and however parallel it is called.
 * Whoever left stays away: an old link has no effect until someone signs the address up anew.
 */
export async function confirmSubscription(id: number): Promise<void> {
  await transaction(async (tx) => {
    const [row] = await tx
      .update(subscribers)
      .set({ status: "confirmed", confirmedAt: sql`now()`, unsubscribedAt: null })
      .where(and(eq(subscribers.id, id), eq(subscribers.status, "unconfirmed")))
      .returning()
    if (row) await welcome(tx, row)
  })
}

/** Takes someone off the list; again is as good as once. */
export async function unsubscribe(id: number): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(subscribers)
      .set({ status: "unsubscribed", unsubscribedAt: sql`now()` })
      .where(and(eq(subscribers.id, id), inArray(subscribers.status, ["confirmed", "unconfirmed"])))
  })
}

/** Takes someone back who had confirmed before: the link this needs was only ever sent to that mailbox. */
export async function resubscribe(id: number): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(subscribers)
      .set({ status: "confirmed", confirmedAt: sql`now()`, unsubscribedAt: null })
      .where(
        and(
          eq(subscribers.id, id),
          eq(subscribers.status, "unsubscribed"),
          isNotNull(subscribers.confirmedAt),
        ),
      )
  })
}

/** Deletes the address and all that was kept with it for the newsletter, its messages included. */
export async function eraseSubscriber(id: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(subscribers).where(eq(subscribers.id, id))
  })
}

/** Forgets addresses that nobody confirmed in time; one that had left before counts as having left. */
export async function forgetUnconfirmed(): Promise<void> {
  const lastAsked = sql`(select coalesce(max(${mailDeliveries.createdAt}), ${subscribers.createdAt})
    from ${mailDeliveries} where ${mailDeliveries.subscriberId} = ${subscribers.id})`
  const overdue = and(
    eq(subscribers.status, "unconfirmed"),
    sql`${lastAsked} < now() - make_interval(days => ${daysToConfirm})`,
  )
  await transaction(async (tx) => {
    await tx.delete(subscribers).where(and(overdue, isNull(subscribers.unsubscribedAt)))
    await tx.update(subscribers).set({ status: "unsubscribed" }).where(overdue)
  })
}

async function statusOf(tx: Transaction, email: string): Promise<Subscriber["status"] | undefined> {
  const [row] = await tx
    .select({ status: subscribers.status })
    .from(subscribers)
    .where(eq(subscribers.emailHash, hashEmail(email)))
    .for("update")
  return row?.status
}

/** The row of a sign-up that waits. The date on which someone left stays on it until they confirm. */
async function awaitConfirmation(tx: Transaction, email: string): Promise<number> {
  const address = protectEmail(email)
  const [row] = await tx
    .insert(subscribers)
    .values(address)
    .onConflictDoUpdate({ target: subscribers.emailHash, set: { ...address, status: "unconfirmed" } })
    .returning({ id: subscribers.id })
  if (!row) throw new Error("The sign-up was not written.")
  return row.id
}

async function welcome(tx: Transaction, { id, emailSealed, confirmedAt }: Subscriber): Promise<void> {
  await queueDelivery(tx, {
    kind: "welcome",
    recipient: decryptEmail(emailSealed),
    subscriberId: id,
    dedupeKey: `${id}/${confirmedAt?.toISOString()}`,
  })
}
