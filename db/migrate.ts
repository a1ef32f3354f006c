import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"
import { type AppRole, type Granted, grantAppRole } from "./app-role.ts"
import { lockForConnection } from "./locks.ts"

/**
 * Brings a database to the newest schema and the app's role to its rights. Several instances may call it at once: one
 * works, the others wait.
 * @param url a Postgres address whose role owns the tables, or may create them
 */
export async function migrateDatabase(url: string, app: AppRole): Promise<Granted> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    const db = drizzle(client)
    await lockForConnection(db, "migration")
    await migrate(db, { migrationsFolder: path.join(import.meta.dirname, "migrations") })
    return await grantAppRole(client, app)
  } finally {
    await client.end({ timeout: 5 })
  }
}
