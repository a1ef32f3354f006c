import type { SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { database } from "./client.ts"

const dialect = new PgDialect({ casing: "snake_case" })

/**
 * Runs a statement that is asked again and again outside of any transaction. Each connection keeps it parsed and
 * planned, which for a long one costs Postgres more than to run it; Drizzle asks anew each time. Only for statements
 * whose text is always the same or one of a few: each text is kept for as long as the connection, so what comes in any
 * number goes in as one parameter (`db/lists.ts`).
 */
export async function prepared<Row extends object>(statement: SQL): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  return database().$client.unsafe<Row[]>(sql, params.map(asText) as never[], { prepare: true })
}

/** The driver names a type for bytes and none for null, which would make two statements of one. */
function asText(param: unknown): unknown {
  return param instanceof Uint8Array ? `\\x${Buffer.from(param).toString("hex")}` : param
}
