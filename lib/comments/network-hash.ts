import "server-only"
import { randomBytes } from "node:crypto"
import { lt, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { commentReports, comments, networkSalts } from "@/db/schema/comments"
import { mac } from "@/lib/secrets"

/**
 * Keyed hash of a network address under the day's salt: today it tells whether two comments came from one
 * place, and once the salt is thrown away it tells nothing, not even to somebody who has the key.
 */
export async function networkHash(network: string, now: Date = new Date()): Promise<Buffer> {
  const salt = await saltOf(dayOf(now))
  return mac("network", `${salt.toString("hex")}\n${network}`)
}

/** Salts of this many whole days before today are kept. */
const keptDays = 2

/** Throws away old salts and takes the hashes made with them out of the rows. Safe to run at any time. */
export async function sweepNetworkHashes(now: Date = new Date()): Promise<void> {
  const oldest = dayOf(new Date(now.getTime() - keptDays * 86_400_000))
  const made = (at: typeof comments.createdAt | typeof commentReports.createdAt) =>
    sql`${at} < (${oldest}::date at time zone 'UTC')`
  await database().delete(networkSalts).where(lt(networkSalts.day, oldest))
  for (const table of [comments, commentReports]) {
    await database()
      .update(table)
      .set({ networkHash: null })
      .where(sql`${table.networkHash} is not null and ${made(table.createdAt)}`)
  }
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

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
