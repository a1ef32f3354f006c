import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { lock } from "@/db/locks"
import { mailDeliveries } from "@/db/schema/newsletter"
import type { DeliveryKind } from "@/lib/mail/deliveries"
import { dayOf } from "@/lib/text/day"
import { mailboxKey } from "@/lib/visitors/mailbox"

/**
 * Whether a mailbox may be sent one more message of a kind that strangers can ask for: one a day, and `perMonth` in
 * thirty days. Locks the mailbox until the transaction ends, since its spellings are many and two of them may be asked
 * for at once.
 * @param share counted apart: `own` for what only the mailbox's owner can ask for, so that nobody else uses it up
 * @returns the key under which to queue the message, or `null` when there were enough
 */
export async function takeQuota(
  tx: Transaction,
  {
    kind,
    email,
    perMonth,
    share = "",
  }: { kind: DeliveryKind; email: string; perMonth: number; share?: "own" | "" },
  now: Date,
): Promise<string | null> {
  const mailbox = `${mailboxKey(email)}${share && `/${share}`}`
  await lock(tx, "mailbox", mailbox)
  // Asked for one by one: exact under every collation, and straight off the index.
  const keys = Array.from({ length: 30 }, (_, ago) => {
    return `${mailbox}/${dayOf(new Date(now.getTime() - ago * 86_400_000))}`
  })
  const asked = await tx
    .select({ key: mailDeliveries.dedupeKey })
    .from(mailDeliveries)
    .where(and(eq(mailDeliveries.kind, kind), sql`${mailDeliveries.dedupeKey} in ${texts(keys)}`))
  const today = keys[0] ?? null
  return asked.length < perMonth && !asked.some(({ key }) => key === today) ? today : null
}
