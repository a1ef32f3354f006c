import { sql } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { closeDatabase, database } from "@/db/client"
import { networkSalts } from "@/db/schema/networks"
import { rateLimits } from "@/db/schema/settings"
import { keyedHash } from "@/lib/secrets"
import { recentSalts } from "@/lib/visitors/daily-salts"
import { forgetIpPrefixHashes } from "@/lib/visitors/ip-prefix-hash"
import { ofIpPrefix, ofMailbox } from "@/lib/visitors/limit-subject"
import {
  type Counted,
  countAgainst,
  countersOf,
  countingOf,
  forgiveLimit,
  judgeTries,
  limitOf,
  sweepRateLimits,
  withCounterKeys,
} from "@/lib/visitors/rate-limit"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

afterEach(() => vi.useRealTimers())

const three = { name: "three-a-minute", max: 3, seconds: 60 }
const day = 86_400_000

/** Keys are made by this clock; windows are measured by the database's. */
function onDay(days: number) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-05-10T12:00:00Z") + days * day })
}

test("tries sent at the same moment are counted one by one", async () => {
  const one = ofIpPrefix("192.0.2.1")
  const answers = await Promise.all(Array.from({ length: 12 }, () => countAgainst(three, one)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
})

test("one person's tries do not count against another", async () => {
  expect(await countAgainst(three, ofIpPrefix("192.0.2.77"))).toEqual({ ok: true })
})

test("a new day's key forgives nobody: an open window is counted on, alone, at once and as part of a statement", async () => {
  const who = ofIpPrefix("192.0.2.2")
  const other = { ...three, name: "another-three" }
  const both = [
    { limit: other, who },
    { limit: three, who },
  ]
  const count = async () => {
    const tries = await withCounterKeys(both)
    const counted = await database().execute<{ key: string; over: boolean }>(
      sql`with ${countingOf(tries)} select key, over from counted order by place`,
    )
    expect(counted.map(({ key }) => limitOf(tries, key))).toEqual([other, three])
    return counted.map(({ over }) => over)
  }
  onDay(0)
  expect(await countAgainst(three, who)).toEqual({ ok: true })
  expect(await count()).toEqual([false, false])
  const before = await database().$count(rateLimits)
  onDay(1)
  expect(await count()).toEqual([false, false])
  const tries = await withCounterKeys(both)
  const [row] = await database().execute<{ counted: Counted }>(sql`select ${countersOf(tries)} as counted`)
  expect(judgeTries(tries, row?.counted ?? [])).toMatchObject({ ok: false, limit: three })
  expect(await count()).toEqual([false, true])
  const answers = await Promise.all(Array.from({ length: 5 }, () => countAgainst(three, who)))
  expect(answers.every(({ ok }) => !ok)).toBe(true)
  expect(await database().$count(rateLimits)).toBe(before)

  await forgiveLimit(three, who)
  expect(await countAgainst(three, who)).toEqual({ ok: true })
})

test("a window that is over is begun anew under the new day's key", async () => {
  const who = ofIpPrefix("192.0.2.3")
  onDay(0)
  for (let n = 0; n < 4; n++) await countAgainst(three, who)
  const [old] = await withCounterKeys([{ limit: three, who }])
  await database().execute(sql`update rate_limits set resets_at = now() - interval '1 second'`)
  onDay(1)
  expect(await countAgainst(three, who)).toEqual({ ok: true })
  const [now] = await withCounterKeys([{ limit: three, who }])
  expect(now?.earlierKey).toBe(old?.key)
  const rows = await database().select().from(rateLimits).where(sql`key in (${now?.key}, ${old?.key})`)
  expect(rows.filter(({ resetsAt }) => resetsAt > new Date(0))).toContainEqual(
    expect.objectContaining({ key: now?.key, count: 1 }),
  )
})

test("some days later no row and no key is left that tells whether somebody was here", async () => {
  await database().delete(rateLimits)
  await database().delete(networkSalts)
  onDay(10)
  const tries = [
    { limit: three, who: ofIpPrefix("192.0.2.9") },
    { limit: { name: "a-day", max: 3, seconds: day / 1000 }, who: ofMailbox("ada@example.org") },
  ]
  for (const { limit, who } of tries) await countAgainst(limit, who)
  const seized = await database().select().from(rateLimits)
  const tells = async () => {
    const salts = await database().select().from(networkSalts)
    const keys = tries.flatMap(({ limit, who }) =>
      ["", ...salts.map(({ salt }) => `${salt.toString("hex")}\n`)].map(
        (salt) =>
          `${limit.name}:${keyedHash("rate-limit", `${salt}${limit.name}\n${who}`).toString("base64url")}`,
      ),
    )
    return seized.filter(({ key }) => keys.includes(key)).length
  }
  expect(await tells()).toBe(2)

  onDay(13)
  await forgetIpPrefixHashes()
  await database().execute(sql`update rate_limits set resets_at = now() - interval '1 second'`)
  await sweepRateLimits()
  expect(await database().$count(rateLimits)).toBe(0)
  // Not even to somebody who kept the rows, the database of today and the site's secret.
  expect(await tells()).toBe(0)
  const held = (await withCounterKeys(tries)).flatMap(({ key, earlierKey }) => [key, earlierKey])
  expect(seized.some(({ key }) => held.includes(key))).toBe(false)
})

test("a salt is remembered only with the database that it came from", async () => {
  const [before] = await recentSalts(new Date())
  expect((await recentSalts(new Date()))[0]).toEqual(before)
  await database().delete(networkSalts)
  await closeDatabase()
  expect((await recentSalts(new Date()))[0]).not.toEqual(before)
})
