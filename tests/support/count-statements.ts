import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { closeDatabase, type Database, database } from "../../db/client.ts"

/** The statements a piece of work sends, and how many rows it writes, those that are taken back included. */
export type Work = { statements: string[]; written: number }

/** Counts all that `database()` does from now on, over one connection, until the database is closed. */
export async function countStatements(): Promise<(work: () => Promise<unknown>) => Promise<Work>> {
  await closeDatabase()
  const statements: string[] = []
  const client = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} })
  const logger = { logQuery: (query: string) => void statements.push(query) }
  Object.assign(globalThis, {
    mastheadDatabase: drizzle(client, { casing: "snake_case", logger }) as Database,
  })
  return async (work) => {
    const before = await rowsWritten()
    statements.length = 0
    await work()
    // Keeping what a savepoint holds and taking it back are one statement each.
    const sent = statements.map((statement) => statement.replace(/^(release|rollback to) /, "end "))
    return { statements: sent, written: (await rowsWritten()) - before }
  }
}

async function rowsWritten(): Promise<number> {
  await database().execute(sql`select pg_stat_force_next_flush()`)
  const [row] = await database().execute<{ written: number }>(sql`
    select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_user_tables`)
  return row?.written ?? 0
}
