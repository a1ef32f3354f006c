import { createHash } from "node:crypto"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { type AppRole, type Granted, resetAppPassword } from "../../db/app-role.ts"
import { lockForConnection } from "../../db/locks.ts"
import { migrateDatabase } from "../../db/migrate.ts"
import { databasePassword } from "../secret.mjs"
import { StartupError } from "../startup-error.mjs"

/** A database as its owner reaches it: under `url`, which names `user` and `database` or leaves them to be guessed. */
export type Owned = { url: string; user: string; database: string; app: AppRole }

/**
 * The app's role on a server that is not ours. Roles belong to a whole server, so its name tells the database; one that
 * would not go as it stands into a name of 63 bytes is hashed.
 */
export function appRoleFor(database: string): AppRole {
  const short = /^[a-z0-9_]{1,50}$/.test(database)
  const name = short ? database : createHash("sha256").update(database).digest("hex").slice(0, 24)
  const password = databasePassword(process.env.AUTH_SECRET ?? "")
  return { name: `masthead_app_${name}`, password, ownServer: false }
}

/**
 * Brings a database to the newest schema and answers the address under which the app works: as its own role where the
 * server lets us make one, and else as the owner, with a sentence that says why.
 * @throws {StartupError} when it may not change the tables, and when instances with another secret are at work
 */
export async function enterAsApp(owned: Owned): Promise<{ url: string; gap: string | null }> {
  const { app, user } = owned
  const granted = await migrateDatabase(owned.url, app).catch((error: unknown) => {
    if (codeOf(error) !== "42501") throw error
    throw new StartupError(
      `"${user}" may not change the tables: DATABASE_URL needs the role that owns the database.`,
    )
  })
  if (granted === "may-not" || granted === "too-much") {
    return { url: owned.url, gap: gaps[granted](app.name, user) }
  }
  const url = addressOf(owned)
  if (!(await letsIn(url))) await setPassword(owned)
  if (!(await letsIn(url))) return { url: owned.url, gap: gaps["kept-out"](app.name, user) }
  return { url, gap: granted === "rows-only" ? null : gaps[granted](app.name, user) }
}

/** Drizzle wraps what the driver throws. */
function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
}

function addressOf({ url, database, app }: Owned): string {
  const own = new URL(url)
  own.username = app.name
  own.password = app.password
  own.pathname = `/${encodeURIComponent(database)}`
  return own.href
}

const gaps: Record<Exclude<Granted, "rows-only"> | "kept-out", (app: string, owner: string) => string> = {
  "may-not": (app, owner) =>
    `The app works as "${owner}", which owns the tables and could change the log, because that role cannot create "${app}": run ALTER ROLE "${owner}" CREATEROLE as a superuser and start again.`,
  "too-much": (app, owner) =>
    `The app works as "${owner}", because "${app}" has attributes or memberships beyond reading and writing rows: run ALTER ROLE "${app}" NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS, REVOKE every role it is a member of, and start again.`,
  "and-tables": (app) =>
    `The app's role "${app}" can create tables, as every role can in this database: run REVOKE CREATE ON SCHEMA public FROM PUBLIC and start again.`,
  "kept-out": (app, owner) =>
    `The app works as "${owner}", because the server does not let "${app}" in: add it to pg_hba.conf or to your pooler.`,
}

/** The role was made under another secret, or changed its own password. */
async function setPassword(owned: Owned): Promise<void> {
  const { url, app } = owned
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await lockForConnection(drizzle(client), "migration")
    if (await letsIn(addressOf(owned))) return
    const [other] = await client`select from pg_stat_activity where usename = ${app.name} limit 1`
    if (other && !app.ownServer) {
      throw new StartupError(
        "Another instance works on this database with another AUTH_SECRET: give both the same, or stop that one first.",
      )
    }
    await resetAppPassword(client, app)
  } finally {
    await client.end({ timeout: 1 })
  }
}

async function letsIn(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await client`select 1`
    return true
  } catch {
    return false
  } finally {
    await client.end({ timeout: 1 })
  }
}
