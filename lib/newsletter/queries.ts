import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { subscribers } from "@/db/schema/newsletter"
import { readToken } from "@/lib/signed-token"

/** One person's subscription; the address is not part of it. */
export type Subscription = Pick<typeof subscribers.$inferSelect, "id" | "status" | "confirmedAt">

export type SubscriptionToken = "confirm-token" | "preferences-token" | "unsubscribe-token"

/** The subscription a link in a mail belongs to; `null` for a link that is not ours, was made for something else, or outlived its row. */
export async function getSubscriptionByToken(
  purpose: SubscriptionToken,
  token: string,
): Promise<Subscription | null> {
  return getSubscription(readToken(purpose, token))
}

/** A subscription by its row's number. */
export async function getSubscription(id: number | null): Promise<Subscription | null> {
  if (id === null) return null
  const [row] = await database()
    .select({ id: subscribers.id, status: subscribers.status, confirmedAt: subscribers.confirmedAt })
    .from(subscribers)
    .where(eq(subscribers.id, id))
  return row ?? null
}
