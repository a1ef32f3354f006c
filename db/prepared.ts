import type { SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import type postgres from "postgres"
import { database, isWithinTransaction } from "./client.ts"

const dialect = new PgDialect({ casing: "snake_case" })

/** Without `simple: false` the driver sends a statement that has no parameters by the protocol that keeps none. */
export const keepPrepared: postgres.UnsafeQueryOptions & { simple: boolean } = {
  prepare: true,
  simple: false,
}

/**
 * Runs a statement that is asked again and again outside of any transaction. Each connection keeps it parsed and
 * planned, which for a long one costs Postgres more than to run it; Drizzle asks anew each time. Only for statements
 * whose text is always the same or one of a few: each text is kept for as long as the connection, so what comes in any
 * number goes in as one parameter (`db/lists.ts`).
 */
export async function prepared<Row extends object>(statement: SQL): Promise<Row[]> {
  if (isWithinTransaction()) {
    const rows: unknown = await database().execute(statement)
    return rows as Row[]
  }
  const { sql, params } = dialect.sqlToQuery(statement)
  const client = database().$client
  // The driver would name a type for bytes and none for null, which makes two statements of one: the server says it.
  const typeless = params.map((param) => (param instanceof Uint8Array ? client.typed(param, 0) : param))
  return client.unsafe<Row[]>(sql, typeless as never[], keepPrepared)
}
