import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { subscribers } from "@/db/schema/newsletter"
import { may, type Staff } from "@/lib/auth/staff"
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

/** Only so many of the newest sign-ups are looked at: a flood of them slows no page. */
export const newestCounted = 10_000

/** How many people signed up and confirmed within seven days, up to `newestCounted`; `null` for someone whom it is not for. */
export async function countNewSubscribers(staff: Staff): Promise<number | null> {
  if (!may(staff, "newsletter.manage")) return null
  const newest = database()
    .select({ confirmedAt: subscribers.confirmedAt, status: subscribers.status })
    .from(subscribers)
    .orderBy(desc(subscribers.id))
    .limit(newestCounted)
    .as("newest")
  return database().$count(
    newest,
    sql`${newest.status} = 'confirmed' and ${newest.confirmedAt} > now() - interval '7 days'`,
  )
}
