import "server-only"
import { randomBytes } from "node:crypto"
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm"
import { type Database, database } from "@/db/client"
import { networkSalts } from "@/db/schema/networks"
import { dayOf } from "@/lib/text/day"

/** Salts of this many whole days before today are kept. */
export const keptDays = 2

const day = 86_400_000

/** The first day whose salt is still kept. */
export function oldestKept(now: Date): string {
  return dayOf(new Date(now.getTime() - keptDays * day))
}

/** The salt of today, the same for every instance. */
export async function saltOfToday(now: Date): Promise<Buffer> {
  return (await recentSalts(now))[0]
}

/** The salt of today and that of yesterday, if there was one: what a counter of a day's length can have begun under. */
export function recentSalts(now: Date): Promise<[Buffer, Buffer?]> {
  const [today, db] = [dayOf(now), database()]
  if (recent?.today !== today || recent.db !== db) {
    const salts = findOrMake(today, dayOf(new Date(now.getTime() - day)))
    recent = { today, db, salts }
    salts.catch(forgetSalts)
  }
  return recent.salts
}

/** Only these two are held in memory, neither for longer than its row, and for the database that they came from. */
let recent: { today: string; db: Database; salts: Promise<[Buffer, Buffer?]> } | undefined

function forgetSalts(): void {
  recent = undefined
}

async function findOrMake(today: string, yesterday: string): Promise<[Buffer, Buffer?]> {
  // `do nothing` would return no row on a conflict; this update changes nothing and returns the existing one.
  const [row] = await database()
    .insert(networkSalts)
    .values({ day: today, salt: randomBytes(32) })
    .onConflictDoUpdate({ target: networkSalts.day, set: { day: today } })
    .returning({ salt: networkSalts.salt })
  if (!row) throw new Error("The day's salt could not be kept.")
  const [before] = await database()
    .select({ salt: networkSalts.salt })
    .from(networkSalts)
    .where(eq(networkSalts.day, yesterday))
  return [row.salt, before?.salt]
}

/** The salts of earlier days that are still kept, in hexadecimal and the newest first, as one JSON value. */
export function earlierSalts(now: Date = new Date()): SQL {
  return sql`(
    select coalesce(json_agg(encode(salt, 'hex') order by day desc), '[]') from network_salts
    where day >= ${oldestKept(now)} and day < ${dayOf(now)})`
}

/** All salts that are kept, today's first. Reads those of earlier days anew each time. */
export async function keptSalts(now: Date): Promise<Buffer[]> {
  const today = await saltOfToday(now)
  const earlier = await database()
    .select({ salt: networkSalts.salt })
    .from(networkSalts)
    .where(and(sql`${networkSalts.day} >= ${oldestKept(now)}`, lt(networkSalts.day, dayOf(now))))
    .orderBy(desc(networkSalts.day))
  return [today, ...earlier.map(({ salt }) => salt)]
}

/** Throws away the salts that are too old, in memory too. */
export async function sweepSalts(now: Date): Promise<void> {
  if (recent?.today !== dayOf(now)) forgetSalts()
  await database()
    .delete(networkSalts)
    .where(lt(networkSalts.day, oldestKept(now)))
}
