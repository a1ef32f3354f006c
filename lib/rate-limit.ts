import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { rowsOf, texts } from "@/db/lists"
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

/**
 * Counts one try under several limits as a part of a statement: `with` queries, of which `counted` tells for each
 * limit, in the order given (`place`), its `key` and whether it is `over`. `limitOf` finds the limit of a key.
 */
export function countingOf(tries: Try[]): SQL {
  const counted = env().RATE_LIMITS === "off" ? [] : tries
  const rows = counted.map(({ limit, who }, place) => ({
    key: counterKey(limit, who),
    most: limit.max,
    seconds: limit.seconds,
    place,
  }))
  return sql`
    bound as (
      select * from ${rowsOf(rows, sql`key text, most int, seconds int, place int`)}
    ), counting as (
      insert into rate_limits as held (key, count, resets_at)
      -- Always locked in the same order, so that two people's tries never wait for each other in a circle.
      select key, 1, now() + make_interval(secs => seconds) from bound order by key collate "C"
      on conflict (key) do update set
        count = case when held.resets_at <= now() then 1 else held.count + 1 end,
        resets_at = case when held.resets_at <= now() then excluded.resets_at else held.resets_at end
      returning key, count
    ), counted as (
      select key, counting.count > bound.most as over, bound.place from counting join bound using (key)
    )`
}

/** The limit among these tries whose counter has this key. */
export function limitOf(tries: Try[], key: string): Limit {
  const found = tries.find(({ limit, who }) => counterKey(limit, who) === key)
  if (!found) throw new Error(`No limit was counted as ${key}.`)
  return found.limit
}

/** Counters as `countersOf` reads them. */
export type Counted = { key: string; count: number; retryAfterSeconds: number }[]

/** The counters of some tries as one JSON value, for a query that asks for other things too; nothing is counted. */
export function countersOf(tries: Try[]): SQL {
  const keys = texts(tries.map(({ limit, who }) => counterKey(limit, who)))
  return sql`(
    select coalesce(json_agg(json_build_object('key', key, 'count', count,
      'retryAfterSeconds', ceil(extract(epoch from resets_at - now()))::int)), '[]')
    from rate_limits where key in ${keys} and resets_at > now())`
}

/** Whether one more try would be over a limit, by counters that `countersOf` read; the first in the order given. */
export function judgeTries(tries: Try[], counted: Counted): TriesAnswer {
  if (env().RATE_LIMITS === "off") return { ok: true }
  const named = tries.map(({ limit, who }) => ({ limit, key: counterKey(limit, who) }))
  const rows = new Map(counted.map((row) => [row.key, row]))
  for (const { limit, key } of named) {
    const row = rows.get(key)
    if (row && row.count + 1 > limit.max)
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
