import "server-only"
import { and, inArray, type SQL, sql } from "drizzle-orm"
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

/** One try, counted under several limits. */
export type Try = { limit: Limit; who: string }

export type TriesAnswer = { ok: true } | { ok: false; limit: Limit; retryAfterSeconds: number }

/** Counts one try under several limits in one statement and names the first limit, in the order given, that it is over. */
export async function countAllAgainst(tries: Try[], db: Queryable = database()): Promise<TriesAnswer> {
  if (env().RATE_LIMITS === "off" || tries.length === 0) return { ok: true }
  const named = tries.map(({ limit, who }) => ({ limit, key: counterKey(limit, who) }))
  // Always locked in the same order, so that two people's tries never wait for each other in a circle.
  const rows = named.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const window = sql`excluded.resets_at`
  const counted = await db
    .insert(rateLimits)
    .values(
      rows.map(({ limit, key }) => ({
        key,
        count: 1,
        resetsAt: sql`now() + make_interval(secs => ${limit.seconds})`,
      })),
    )
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.resetsAt} <= now() then 1 else ${rateLimits.count} + 1 end`,
        resetsAt: sql`case when ${rateLimits.resetsAt} <= now() then ${window} else ${rateLimits.resetsAt} end`,
      },
    })
    .returning(counters)
  return firstOver(named, counted, 0)
}

/** Whether one more try would be over a limit; counts nothing and locks nothing. */
export async function peekAtLimits(tries: Try[], db: Queryable = database()): Promise<TriesAnswer> {
  if (env().RATE_LIMITS === "off" || tries.length === 0) return { ok: true }
  const named = tries.map(({ limit, who }) => ({ limit, key: counterKey(limit, who) }))
  const keys = named.map(({ key }) => key)
  const counted = await db
    .select(counters)
    .from(rateLimits)
    .where(and(inArray(rateLimits.key, keys), sql`${rateLimits.resetsAt} > now()`))
  return firstOver(named, counted, 1)
}

/** Counters as `countersOf` reads them. */
export type Counted = { key: string; count: number; retryAfterSeconds: number }[]

/** What `peekAtLimits` would read, as one JSON value, for a query that asks for other things too. */
export function countersOf(tries: Try[]): SQL {
  const keys = sql.join(
    tries.map(({ limit, who }) => sql`${counterKey(limit, who)}`),
    sql`, `,
  )
  return sql`(
    select coalesce(json_agg(json_build_object('key', key, 'count', count,
      'retryAfterSeconds', ceil(extract(epoch from resets_at - now()))::int)), '[]')
    from rate_limits where key in (${keys}) and resets_at > now())`
}

/** What `peekAtLimits` would answer to counters that were read so. */
export function judgeTries(tries: Try[], counted: Counted): TriesAnswer {
  if (env().RATE_LIMITS === "off") return { ok: true }
  const named = tries.map(({ limit, who }) => ({ limit, key: counterKey(limit, who) }))
  return firstOver(named, counted, 1)
}

const counters = {
  key: rateLimits.key,
  count: rateLimits.count,
  retryAfterSeconds: sql<number>`ceil(extract(epoch from ${rateLimits.resetsAt} - now()))::int`,
}

function firstOver(
  named: { limit: Limit; key: string }[],
  counted: { key: string; count: number; retryAfterSeconds: number }[],
  more: number,
): TriesAnswer {
  const rows = new Map(counted.map((row) => [row.key, row]))
  for (const { limit, key } of named) {
    const row = rows.get(key)
    if (row && row.count + more > limit.max)
      return { ok: false, limit, retryAfterSeconds: Math.max(1, row.retryAfterSeconds) }
  }
  return { ok: true }
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
