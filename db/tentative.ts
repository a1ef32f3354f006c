import { sql } from "drizzle-orm"
import type { Transaction } from "./client.ts"

/**
 * Does some writing inside a transaction and takes it back unless it says that it counts. Either way the same statements
 * ran and the same rows were written, so the time it takes does not tell which.
 * @param name of the savepoint; one within another has a name of its own
 */
export async function tentatively(
  tx: Transaction,
  name: string,
  work: () => Promise<boolean>,
): Promise<void> {
  const savepoint = sql.identifier(name)
  await tx.execute(sql`savepoint ${savepoint}`)
  const counts = await work()
  await tx.execute(counts ? sql`release savepoint ${savepoint}` : sql`rollback to savepoint ${savepoint}`)
}
