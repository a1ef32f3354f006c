import "server-only"
import { randomBytes } from "node:crypto"
import { and, desc, gte, lt, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { networkSalts } from "@/db/schema/networks"
import { commentReports } from "@/db/schema/reports"
import { dayOf } from "@/lib/day"
import { mac } from "@/lib/secrets"

/**
 * Keyed hash of a network address under the day's salt: today it tells whether two comments came from one
 * place, and once the salt is thrown away it tells nothing, not even to somebody who has the key.
 */
export async function networkHash(network: string, now: Date = new Date()): Promise<Buffer> {
  return hashUnder(await saltOf(dayOf(now)), network)
}

/**
 * The hashes that the same network address would have been given on each day whose salt is still kept, today's first:
 * tells whether somebody was seen here before. Reads the old salts anew each time, so that none outlives its row.
 */
export async function networkHashes(network: string, now: Date = new Date()): Promise<Buffer[]> {
  const day = dayOf(now)
  const earlier = await database()
    .select({ salt: networkSalts.salt })
    .from(networkSalts)
    .where(and(gte(networkSalts.day, oldestKept(now)), lt(networkSalts.day, day)))
    .orderBy(desc(networkSalts.day))
  return [await saltOf(day), ...earlier.map(({ salt }) => salt)].map((salt) => hashUnder(salt, network))
}

/** When the hash that a comment of this moment was given stops meaning anything, since its salt goes then. */
export function networkHashEnds(at: Date): Date {
  return new Date(Date.parse(dayOf(at)) + (keptDays + 1) * 86_400_000)
}

/** Salts of this many whole days before today are kept. */
const keptDays = 2

/** Throws away old salts and takes the hashes made with them out of the rows. Safe to run at any time. */
export async function sweepNetworkHashes(now: Date = new Date()): Promise<void> {
  const oldest = oldestKept(now)
  const made = (at: typeof comments.createdAt | typeof commentReports.createdAt) =>
    sql`${at} < (${oldest}::date at time zone 'UTC')`
  await database().delete(networkSalts).where(lt(networkSalts.day, oldest))
  for (const table of [comments, commentReports]) {
    await database()
      .update(table)
      .set({ networkHash: null })
      .where(sql`${table.networkHash} is not null and ${made(table.createdAt)}`)
  }
  // A ban's row stays as a record. Its hash may not be null, so it is emptied.
  await database()
    .update(bans)
    .set({ hash: Buffer.alloc(0) })
    .where(sql`${bans.kind} = 'network' and ${bans.expiresAt} < ${now.toISOString()} and ${bans.hash} <> ''`)
}

/** Only today's salt is held in memory, so that a thrown-away one is gone. */
let today: { day: string; salt: Promise<Buffer> } | undefined

function saltOf(day: string): Promise<Buffer> {
  if (today?.day !== day) {
    const salt = findOrMakeSalt(day)
    today = { day, salt }
    salt.catch(() => {
      today = undefined
    })
  }
  return today.salt
}

async function findOrMakeSalt(day: string): Promise<Buffer> {
  // The update changes nothing; it makes the row of whoever came first come back.
  const [row] = await database()
    .insert(networkSalts)
    .values({ day, salt: randomBytes(32) })
    .onConflictDoUpdate({ target: networkSalts.day, set: { day } })
    .returning({ salt: networkSalts.salt })
  if (!row) throw new Error("The day's salt could not be kept.")
  return row.salt
}

/** The salts of earlier days that are still kept, in hexadecimal and the newest first, as one JSON value. */
export function earlierSalts(now: Date = new Date()): SQL {
  return sql`(
    select coalesce(json_agg(encode(salt, 'hex') order by day desc), '[]') from network_salts
    where day >= ${oldestKept(now)} and day < ${dayOf(now)})`
}

/** What a network address hashes to under a salt that `earlierSalts` read. */
export function hashUnderHex(salt: string, network: string): Buffer {
  return hashUnder(Buffer.from(salt, "hex"), network)
}

function hashUnder(salt: Buffer, network: string): Buffer {
  return mac("network", `${salt.toString("hex")}\n${network}`)
}

function oldestKept(now: Date): string {
  return dayOf(new Date(now.getTime() - keptDays * 86_400_000))
}
