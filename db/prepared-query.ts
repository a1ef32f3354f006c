import { drizzle } from "drizzle-orm/postgres-js"
import type postgres from "postgres"
import { type Database, database, isWithinTransaction } from "./client.ts"
import { keepPrepared } from "./prepared.ts"

type Prepared<Result> = { execute(values?: Record<string, unknown>): Promise<Result> }

/**
 * A query of Drizzle's that is put into words once for each pool, and kept parsed and planned by each connection: for a
 * page's own queries both cost more than to run them. What varies goes in by `sql.placeholder`; see `prepared`.
 */
export function preparedQuery<Result>(build: (db: Database) => Prepared<Result>) {
  const made = new WeakMap<postgres.Sql, Prepared<Result>>()
  return (values?: Record<string, unknown>): Promise<Result> => {
    // A transaction has no client of its own to ask by, and is no place for what is asked again and again.
    if (isWithinTransaction()) return build(database()).execute(values)
    const { $client } = database()
    const known = made.get($client)
    if (known) return known.execute(values)
    const query = build(drizzle(preparing($client), { casing: "snake_case" }))
    made.set($client, query)
    return query.execute(values)
  }
}

/** The client, asking for every statement to be prepared. */
function preparing(client: postgres.Sql): postgres.Sql {
  const unsafe: postgres.Sql["unsafe"] = (text, values) => client.unsafe(text, values, keepPrepared)
  return Object.create(client, { unsafe: { value: unsafe } })
}
