import "server-only"
import { sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { rateLimits } from "@/db/schema/settings"
import { env } from "@/lib/env"
import { mac } from "@/lib/secrets"

/** A named limit: so many in so many seconds, counted in fixed windows that begin with the first. */
export type Limit = { name: string; max: number; seconds: number }

export type LimitAnswer = { ok: true } | { ok: false; retryAfterSeconds: number }

/**
 * Counts one try under a limit and says whether it may go on. Counters live in Postgres, so they hold
 * across instances and restarts; parallel tries are counted one by one by the row's lock. `who` is hashed
 * under a key, so neither an address nor a network address is readable in the table.
 */
export async function countAgainst(
  limit: Limit,
  who: string,
  db: Queryable = database(),
): Promise<LimitAnswer> {
  if (env().RATE_LIMITS === "off") return { ok: true }
  const window = sql`now() + make_interval(secs => ${limit.seconds})`
  const [row] = await db
    .insert(rateLimits)
    .values({ key: counterKey(limit, who), count: 1, resetsAt: window })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.resetsAt} <= now() then 1 else ${rateLimits.count} + 1 end`,
        resetsAt: sql`case when ${rateLimits.resetsAt} <= now() then ${window} else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      retryAfterSeconds: sql<number>`ceil(extract(epoch from ${rateLimits.resetsAt} - now()))::int`,
    })
  if (!row || row.count <= limit.max) return { ok: true }
  return { ok: false, retryAfterSeconds: Math.max(1, row.retryAfterSeconds) }
}

/** Forgets what was counted, as after a successful sign-in. */
export async function forgiveLimit(limit: Limit, who: string): Promise<void> {
  await database()
    .delete(rateLimits)
    .where(sql`${rateLimits.key} = ${counterKey(limit, who)}`)
}

/** Takes out counters that no longer count. */
export async function sweepRateLimits(): Promise<void> {
  await database().delete(rateLimits).where(sql`${rateLimits.resetsAt} < now()`)
}

function counterKey(limit: Limit, who: string): string {
  return `${limit.name}:${mac("rate-limit", `${limit.name}\n${who}`).toString("base64url")}`
}
