import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { keyedHash } from "@/lib/secrets"
import { dayOf } from "@/lib/text/day"
import { keptDays, keptSalts, oldestKept, saltOfToday, sweepSalts } from "@/lib/visitors/daily-salts"
import { widerPrefix } from "@/lib/visitors/ip-prefix"

/**
 * Keyed hash of a network address under the day's salt: today it tells whether two comments came from one
 * place, and once the salt is thrown away it tells nothing, not even to somebody who has the key.
 */
export async function hashIpPrefix(network: string, now: Date = new Date()): Promise<Buffer> {
  return hashUnder(await saltOfToday(now), network)
}

/** What a row keeps of the network it came from: exact for what speaks for somebody, wide for what speaks against. */
export async function hashIpPrefixes(network: string, now: Date = new Date()) {
  const salt = await saltOfToday(now)
  return { networkHash: hashUnder(salt, network), wideNetworkHash: hashUnder(salt, widerPrefix(network)) }
}

/**
 * The hashes that the same network address would have been given on each day whose salt is still kept, today's first:
 * tells whether somebody was seen here before. Reads the old salts anew each time, so that none outlives its row.
 */
export async function hashesOfIpPrefix(network: string, now: Date = new Date()): Promise<Buffer[]> {
  return (await keptSalts(now)).map((salt) => hashUnder(salt, network))
}

/** When the hash that a comment of this moment was given stops meaning anything, since its salt goes then. */
export function ipPrefixHashEnds(at: Date): Date {
  return new Date(Date.parse(dayOf(at)) + (keptDays + 1) * 86_400_000)
}

/** Throws away old salts and takes the hashes made with them out of the rows. Safe to run at any time. */
export async function forgetIpPrefixHashes(now: Date = new Date()): Promise<void> {
  const oldest = oldestKept(now)
  const made = (at: typeof comments.createdAt | typeof commentReports.createdAt) =>
    sql`${at} < (${oldest}::date at time zone 'UTC')`
  await sweepSalts(now)
  for (const table of [comments, commentReports]) {
    await database()
      .update(table)
      .set({ networkHash: null, wideNetworkHash: null })
      .where(sql`${table.networkHash} is not null and ${made(table.createdAt)}`)
  }
  // A ban's row stays as a record. Its hash may not be null, so it is emptied.
  await database()
    .update(bans)
    .set({ hash: Buffer.alloc(0) })
    .where(sql`${bans.kind} = 'network' and ${bans.expiresAt} < ${now.toISOString()} and ${bans.hash} <> ''`)
}

/** What a network address hashes to under a salt that `earlierSalts` read. */
export function hashUnderHex(salt: string, network: string): Buffer {
  return hashUnder(Buffer.from(salt, "hex"), network)
}

function hashUnder(salt: Buffer, network: string): Buffer {
  return keyedHash("network", `${salt.toString("hex")}\n${network}`)
}
