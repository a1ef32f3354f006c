import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import type { Transaction } from "../../db/client.ts"

/** Where a test's database is reached as the owner of its tables; tests themselves work as the app does. */
export function ownerUrl(): string {
  const url = process.env.TEST_DATABASE_OWNER
  if (!url) throw new Error("TEST_DATABASE_OWNER is set by fresh-database.ts and start-server.ts.")
  return url
}

/** Does in one transaction what only the owner of the tables may. */
export async function asOwner(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  const client = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  try {
    await drizzle(client, { casing: "snake_case" }).transaction(async (tx) => {
      await work(tx)
    })
  } finally {
    await client.end()
  }
}
