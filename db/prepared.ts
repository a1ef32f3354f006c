import type { SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { database } from "./client.ts"

const dialect = new PgDialect({ casing: "snake_case" })

/**
 * Runs a statement that is asked again and again outside of any transaction. Each connection keeps it parsed and
 * planned, which for a long one costs Postgres more than to run it; Drizzle asks anew each time. Only for statements
 * whose text is always the same or one of a few: each text is kept for as long as the connection.
 */
export async function prepared<Row extends object>(statement: SQL): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  return database().$client.unsafe<Row[]>(sql, params as never[], { prepare: true })
}
