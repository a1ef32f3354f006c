import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"

/** Any number that no other program would choose; it keeps two starting instances apart. */
const lockId = 7_364_201

/**
 * Brings a database to the newest schema. Several instances may call it at once: one works, the
 * others wait.
 * @param url a Postgres address whose role may create tables
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await client`select pg_advisory_lock(${lockId})`
    await migrate(drizzle(client), { migrationsFolder: path.join(import.meta.dirname, "migrations") })
    await client`select pg_advisory_unlock(${lockId})`
  } finally {
    await client.end({ timeout: 5 })
  }
}
