import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { rowsOf, texts } from "@/db/lists"
import { rateLimits } from "@/db/schema/settings"
import { env } from "@/lib/env"
import { keyedHash } from "@/lib/secrets"
import { recentSalts } from "@/lib/visitors/daily-salts"
import type { Subject } from "@/lib/visitors/limit-subject"

/** A named limit: so many in so many seconds, a day at most, counted in fixed windows that begin with the first. */
export type Limit = { name: string; max: number; seconds: number }

export type LimitAnswer = { ok: true } | { ok: false; retryAfterSeconds: number }

/**
 * Counts one try under a limit and says whether it may go on. Counters live in Postgres, so they hold
 * across instances and restarts; parallel tries are counted one by one by the row's lock. `who` is hashed
 * under a key that is thrown away within days, so neither an address nor a network address can be told from the table.
 */
export async function countAgainst(
  limit: Limit,
  who: Subject,
  db: Queryable = database(),
): Promise<LimitAnswer> {
  if (env().RATE_LIMITS === "off") return { ok: true }
  const [one] = await withCounterKeys([{ limit, who }])
  const [row] = await db.execute<{ count: number; retryAfterSeconds: number }>(sql`
    with bound as (${boundsOf(one ? [one] : [])})
    ${counterOf()}
    returning count, ceil(extract(epoch from resets_at - now()))::int as "retryAfterSeconds"`)
  if (!row || row.count <= limit.max) return { ok: true }
  return { ok: false, retryAfterSeconds: Math.max(1, row.retryAfterSeconds) }
}

/** One try, counted under several limits. */
export type Try = { limit: Limit; who: Subject }

/** With the keys that its counter may have: by today's salt, and by yesterday's if the window began before midnight. */
export type KeyedTry = Try & { key: string; earlierKey: string }

export type TriesAnswer = { ok: true } | { ok: false; limit: Limit; retryAfterSeconds: number }

/** Gives tries the keys of their counters. */
export async function withCounterKeys(tries: readonly Try[], now: Date = new Date()): Promise<KeyedTry[]> {
  const [today, yesterday = today] = await recentSalts(now)
  return tries.map((one) => ({
    ...one,
    key: counterKey(one, today),
    earlierKey: counterKey(one, yesterday),
  }))
}

/**
 * Counts one try under several limits as a part of a statement: `with` queries, of which `counted` tells for each
 * limit, in the order given (`place`), its `key` and whether it is `over`. `limitOf` finds the limit of a key.
 */
export function countingOf(tries: readonly KeyedTry[]): SQL {
  const counted = env().RATE_LIMITS === "off" ? [] : tries
  return sql`
    bound as (${boundsOf(counted)}), counting as (
      ${counterOf()} returning key, count
    ), counted as (
      select bound.key, counting.count > bound.most as over, bound.place
      from counting join bound on counting.key in (bound.key, bound."earlierKey")
    )`
}

/** Tries as rows, for a `with` query named `bound`. */
function boundsOf(tries: readonly KeyedTry[]): SQL {
  const rows = tries.map(({ key, earlierKey, limit: { max, seconds } }, place) => {
    return { key, earlierKey, most: max, seconds, place }
  })
  return sql`select * from ${rowsOf(rows, sql`key text, "earlierKey" text, most int, seconds int, place int`)}`
}

/**
 * Counts the tries of `bound` on the counter whose window is open, whichever day's key it has, so that a new key forgives
 * nobody. Always locked in the same order, so that two people's tries never wait for each other in a circle.
 */
function counterOf(): SQL {
  return sql`
    insert into rate_limits as held (key, count, resets_at)
    select coalesce(
        (select open.key from rate_limits as open where open.key = bound."earlierKey" and open.resets_at > now()),
        bound.key
      ) collate "C" as open_key, 1, now() + make_interval(secs => bound.seconds)
    from bound
    order by open_key
    on conflict (key) do update set
      count = case when held.resets_at <= now() then 1 else held.count + 1 end,
      resets_at = case when held.resets_at <= now() then excluded.resets_at else held.resets_at end`
}

/** The limit among these tries whose counter has this key. */
export function limitOf(tries: readonly KeyedTry[], key: string): Limit {
  const found = tries.find((one) => one.key === key)
  if (!found) throw new Error(`No limit was counted as ${key}.`)
  return found.limit
}

/** Counters as `countersOf` reads them. */
export type Counted = { key: string; count: number; retryAfterSeconds: number }[]

/** The counters of some tries as one JSON value, for a query that asks for other things too; nothing is counted. */
export function countersOf(tries: readonly KeyedTry[]): SQL {
  const keys = texts(tries.flatMap(({ key, earlierKey }) => [key, earlierKey]))
  return sql`(
    select coalesce(json_agg(json_build_object('key', key, 'count', count,
      'retryAfterSeconds', ceil(extract(epoch from resets_at - now()))::int)), '[]')
    from rate_limits where key in ${keys} and resets_at > now())`
}

/** Whether one more try would be over a limit, by counters that `countersOf` read; the first in the order given. */
export function judgeTries(tries: readonly KeyedTry[], counted: Counted): TriesAnswer {
  if (env().RATE_LIMITS === "off") return { ok: true }
  const rows = new Map(counted.map((row) => [row.key, row]))
  for (const { limit, key, earlierKey } of tries) {
    const row = rows.get(earlierKey) ?? rows.get(key)
    if (row && row.count + 1 > limit.max)
      return { ok: false, limit, retryAfterSeconds: Math.max(1, row.retryAfterSeconds) }
  }
  return { ok: true }
}

/** Forgets what was counted, as after a successful sign-in. */
export async function forgiveLimit(limit: Limit, who: Subject): Promise<void> {
  const keys = (await withCounterKeys([{ limit, who }])).flatMap(({ key, earlierKey }) => [key, earlierKey])
  await database()
    .delete(rateLimits)
    .where(sql`${rateLimits.key} in ${texts(keys)}`)
}

/** Takes out counters that no longer count. The salts of their keys go with those of the networks (`lib/visitors/daily-salts.ts`). */
export async function sweepRateLimits(): Promise<void> {
  await database().delete(rateLimits).where(sql`${rateLimits.resetsAt} < now()`)
}

function counterKey({ limit, who }: Try, salt: Buffer): string {
  return `${limit.name}:${keyedHash("rate-limit", [salt.toString("hex"), limit.name, who].join("\n")).toString("base64url")}`
}
