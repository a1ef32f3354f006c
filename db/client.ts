import { AsyncLocalStorage } from "node:async_hooks"
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import postgres from "postgres"

/**
 * The one connection pool of this process, made on first use so that a build needs no database.
 * It lives on `globalThis`, since Next bundles this file once for each of its layers.
 */
export function database(): PostgresJsDatabase & { $client: postgres.Sql } {
  const around = surrounding.getStore()
  // A transaction has no `$client`: code that needs the pool's asks `isWithinTransaction` first.
  if (around) return around as Transaction & Database
  held.mastheadDatabase ??= connect(required("DATABASE_URL"))
  return held.mastheadDatabase
}

/**
 * Runs functions that each have a transaction of their own as one: theirs become savepoints, and what one has written
 * the next one reads. They are called one after the other, since they share a connection.
 */
export function inOneTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction((tx) => surrounding.run(tx, () => work(tx)))
}

/** Whether `database()` is a transaction that surrounds the caller's. */
export function isWithinTransaction(): boolean {
  return surrounding.getStore() !== undefined
}

const surrounding = new AsyncLocalStorage<Transaction>()

export type Database = ReturnType<typeof database>
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0]
/** Reads work on the pool and inside a transaction alike. */
export type Queryable = Database | Transaction

/** Ends the pool, waiting for running queries. */
export async function closeDatabase(): Promise<void> {
  const open = held.mastheadDatabase
  held.mastheadDatabase = undefined
  await open?.$client.end({ timeout: 5 })
}

const held = globalThis as { mastheadDatabase?: Database }

/**
 * One process works on one core, and a connection is busy for a few milliseconds of a request: sixteen people who
 * comment at once kept two busy. Each one that is open costs the server 10 to 15 MB.
 */
const connections = 4

function connect(url: string): Database {
  const client = postgres(url, {
    max: connections,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
  })
  return drizzle(client, { casing: "snake_case" })
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; start the app with \`npm start\`.`)
  return value
}
