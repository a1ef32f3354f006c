import { sql } from "drizzle-orm"
import { database, type Transaction } from "./client.ts"
import { announce, type Place, placesChannel } from "./places.ts"

/**
 * Runs a mutation in one transaction. `changed` names the places readers will see differently:
 * Postgres notifies every instance at commit, and this instance is told before the promise resolves,
 * so the person who acted sees the effect on the next request. Nothing is announced on a rollback.
 */
export async function transaction<T>(
  work: (tx: Transaction, changed: (...places: Place[]) => void) => Promise<T>,
): Promise<T> {
  const places = new Set<Place>()
  const result = await database().transaction(async (tx) => {
    const value = await work(tx, (...named) => {
      for (const place of named) places.add(place)
    })
    for (const place of places) await tx.execute(sql`select pg_notify(${placesChannel}, ${place})`)
    return value
  })
  announce(places)
  return result
}
