import path from "node:path"
import postgres from "postgres"
import { migrateDatabase } from "../db/migrate.ts"
import type { Env } from "../lib/env.ts"
import { keepEmbeddedPostgres, leaveEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts"
import { logError } from "./log.ts"
import { Trouble } from "./trouble.mjs"

export type OpenDatabase = { url: string; close(): Promise<void> }

/**
 * The database of `DATABASE_URL`, or our own, brought to the newest schema and put into the environment,
 * where `db/client.ts` finds it.
 * @throws {Trouble} when it cannot be had
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const database = env.DATABASE_URL ? await external(env.DATABASE_URL) : await embedded(env.DATA_DIR)
  process.env.DATABASE_URL = database.url
  await migrateDatabase(database.url)
  return database
}

async function embedded(dataDir: string): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres(path.join(dataDir, "postgres"))
  const keeper = keepEmbeddedPostgres(postgres, (error) => logError("database down", error))
  return {
    url: postgres.url,
    async close() {
      await keeper.stop()
      await leaveEmbeddedPostgres(postgres)
    },
  }
}

async function external(url: string): Promise<OpenDatabase> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const [row] = await client`select current_setting('server_version_num')::int as version`
    if (row?.version < 140_000) throw new Trouble("DATABASE_URL leads to a PostgreSQL that is older than 14.")
  } catch (error) {
    throw explain(error, new URL(url))
  } finally {
    await client.end({ timeout: 1 })
  }
  return { url, close: async () => {} }
}

function explain(error: unknown, { host, pathname, username }: URL): Error {
  if (error instanceof Trouble) return error
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const name = pathname.slice(1)
  if (code === "28P01" || code === "28000") {
    return new Trouble(
      `The database at ${host} does not let "${username}" in: check the name and password in DATABASE_URL.`,
    )
  }
  if (code === "3D000")
    return new Trouble(`There is no database "${name}" at ${host}: create it, or correct DATABASE_URL.`)
  return new Trouble(`The database at ${host} does not answer: check DATABASE_URL, and that the server runs.`)
}
