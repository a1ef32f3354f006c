import { type SQL, sql } from "drizzle-orm"
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js"
import type { Transaction } from "./client.ts"

/**
 * Every advisory lock of the app, by the first of its two numbers: numbers that no other program on the server would
 * choose. The second number tells the keys of one name apart.
 */
export const lockNumbers = {
  /** One instance brings the schema and the roles up to date; the others wait. */
  migration: 7_364_201,
  /** An empty database is seeded once. */
  seed: 7_364_202,
  /** The first administrator is one. */
  "first-admin": 7_364_203,
  /** Two stories never choose the same slug. */
  slug: 7_364_204,
  /** Two people who invent the same tag make one. */
  tag: 7_364_205,
  /** By member of staff: a second click finds the draft that the first has made. */
  draft: 7_364_206,
  /** One instance chains the log at a time. */
  chaining: 7_364_207,
  /** Whoever saves the settings waits for whoever is saving them. */
  settings: 7_364_208,
  /** By whom it is about: two who ban the same make one ban. */
  ban: 7_364_209,
  /** By mailbox: its messages of a day are counted one after the other. */
  mailbox: 7_364_210,
  /** By commenter: the messages about answers are counted one after the other. */
  replies: 7_364_211,
  /** By address: comments under it are written before or after its erasure. Taken in SQL (`0012_lock_classes.sql`). */
  address: 7_364_212,
  /** Of two changes of published stories at once, each names the cache tags of what it changed alone. */
  sections: 7_364_213,
  /** By content: two who upload the same picture make one. By place: of two who choose a portrait at once, one comes after the other. */
  media: 7_364_214,
  /** Stories are saved side by side, and none while two authors are merged. */
  bylines: 7_364_215,
  /** Two authors never get the same address. Taken before the row of a profile. */
  "author-slug": 7_364_216,
  /** By story: its notes are counted and answered one after the other. */
  notes: 7_364_260,
  /** Pages are changed one after the other: their addresses depend on each other. Taken after "sections". */
  pages: 7_364_230,
} as const

export type LockName = keyof typeof lockNumbers

/** Waits for a lock and holds it until the transaction ends. */
export async function lock(tx: Transaction, name: LockName, key = ""): Promise<void> {
  await tx.execute(sql`select ${locking(name, sql`${key}`)}`)
}

/** Waits for a lock that others who share it may hold as well, and holds it until the transaction ends. */
export async function lockShared(tx: Transaction, name: LockName): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${numbers(name)})`)
}

/** Takes a lock until the transaction ends if nobody holds it; answers whether it did. */
export async function tryLock(tx: Transaction, name: LockName): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${numbers(name)}) as mine`,
  )
  return row?.mine === true
}

/** `lock` as an expression, for a query that takes many in its own order. */
export function locking(name: LockName, key: SQL): SQL {
  return sql`pg_advisory_xact_lock(${numbers(name, key)})`
}

/** Waits for a lock and holds it until the connection ends: for what is more than one transaction. */
export async function lockForConnection(connection: PostgresJsDatabase, name: LockName): Promise<void> {
  await connection.execute(sql`select pg_advisory_lock(${numbers(name)})`)
}

/** Two keys of one name that have the same number only wait for each other. */
function numbers(name: LockName, key: SQL = sql`''`): SQL {
  return sql`${lockNumbers[name]}::int, hashtext((${key})::text)`
}
