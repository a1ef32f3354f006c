import path from "node:path"
import postgres from "postgres"
import type { Env } from "../../lib/env.ts"
import { logError } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import { appRoleFor, enterAsApp, type Owned } from "./app-role.ts"
import { keepEmbeddedPostgres, leaveEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts"

/** `url` is what the app works with; `gap` says in one sentence what could not be had of `DATABASE_URL`'s server. */
export type OpenDatabase = { url: string; gap: string | null; close(): Promise<void> }

type Found = Owned & { close(): Promise<void> }

/**
 * The database of `DATABASE_URL`, or our own, brought to the newest schema and put into the environment,
 * where `db/client.ts` finds it.
 * @throws {StartupError} when it cannot be had
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const found = env.DATABASE_URL ? await external(env.DATABASE_URL) : await embedded(env.DATA_DIR)
  const { url, gap } = await enterAsApp(found)
  process.env.DATABASE_URL = url
  return { url, gap, close: found.close }
}

async function embedded(dataDir: string): Promise<Found> {
  const postgres = await startEmbeddedPostgres(path.join(dataDir, "postgres"))
  const keeper = keepEmbeddedPostgres(postgres, (error) => logError("database down", error))
  return {
    url: postgres.url,
    user: "masthead",
    database: "postgres",
    app: postgres.app,
    async close() {
      await keeper.stop()
      await leaveEmbeddedPostgres(postgres)
    },
  }
}

/**
 * Asks a server of `DATABASE_URL` whether it lets us in, before anything slow is begun.
 * @throws {StartupError} when it does not
 */
export async function checkDatabase({ DATABASE_URL }: Pick<Env, "DATABASE_URL">): Promise<void> {
  if (DATABASE_URL) await external(DATABASE_URL)
}

async function external(url: string): Promise<Found> {
  const client = postgres(url, { max: 1, connect_timeout: 15, onnotice: () => {} })
  try {
    const [row] = await client<{ version: number; user: string; database: string }[]>`
      select current_setting('server_version_num')::int as version, current_user as user, current_database() as database`
    if (!row) throw new Error("The database gave no row back.")
    const { version, user, database } = row
    if (version < 140_000) throw new StartupError("DATABASE_URL leads to a PostgreSQL that is older than 14.")
    return { url, user, database, app: appRoleFor(database), close: async () => {} }
  } catch (error) {
    throw explain(error, new URL(url))
  } finally {
    await client.end({ timeout: 1 })
  }
}

function explain(error: unknown, { host, pathname, username }: URL): Error {
  if (error instanceof StartupError) return error
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const name = pathname.slice(1)
  if (code === "28P01" || code === "28000") {
    return new StartupError(
      `The database at ${host} does not let "${username}" in: check the name and password in DATABASE_URL.`,
    )
  }
  if (code === "3D000")
    return new StartupError(`There is no database "${name}" at ${host}: create it, or correct DATABASE_URL.`)
  return new StartupError(
    `The database at ${host} does not answer: check DATABASE_URL, and that the server runs.`,
  )
}
