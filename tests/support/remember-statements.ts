import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { closeDatabase, type Database } from "../../db/client.ts"

/**
 * Opens the pool of this process on a client that remembers each statement it sends, `begin` and `commit` included.
 * Call it before anything asks for the database; answers the list, which is the caller's to empty.
 */
export async function rememberStatements(): Promise<string[]> {
  const statements: string[] = []
  await closeDatabase()
  const client = postgres(process.env.DATABASE_URL ?? "", {
    max: 6,
    onnotice: () => {},
    // Asked once by each new connection, for the types of arrays.
    fetch_types: false,
    debug: (_, statement) => statements.push(statement),
  })
  const held = globalThis as { mastheadDatabase?: Database }
  held.mastheadDatabase = drizzle(client, { casing: "snake_case" })
  return statements
}
