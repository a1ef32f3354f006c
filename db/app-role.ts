import type postgres from "postgres"
import { scramVerifier } from "./scram.ts"

/**
 * The role that the app works as; its password is ASCII, its name lower-case letters, digits and `_`. `ownServer` says
 * that nobody else works on the server, so that what everybody may do is ours to limit.
 */
export type AppRole = { name: string; password: string; ownServer: boolean }

/**
 * What the app may do with the rows of a table beside reading them, where that is not everything. Of the log it may set
 * a row's place in the chain, which a trigger lets through once, and that a batch was taken back. No story is
 * deleted, only withdrawn.
 */
const limitedRights: Record<string, string> = {
  audit_events: "insert, update (chain_seq, chain_hash)",
  moderation_batches: "insert, update (undone_at)",
  posts: "insert, update",
}

/** A statement that hangs, or a transaction that somebody forgot, ends. The app itself can lift these for its session only. */
const roleSettings = {
  search_path: "public, pg_temp",
  statement_timeout: "60000",
  idle_in_transaction_session_timeout: "60000",
}

/**
 * `and-tables`: everybody may create tables there, so the role may too. `too-much`: somebody gave the role more than it
 * should have. `may-not`: the owner may not make roles.
 */
export type Granted = "rows-only" | "and-tables" | "too-much" | "may-not"

/**
 * Makes the app's role when it is missing and gives it its rights on every table there is and every later one of the
 * owner's. Call it as the owner of the tables, one instance at a time, after migrating.
 */
export async function grantAppRole(owner: postgres.Sql, role: AppRole): Promise<Granted> {
  try {
    await owner.begin(async (tx) => {
      await ensureRole(tx, role)
      await grantRows(tx, role.name)
      if (role.ownServer) await refuseTemporaryTables(tx)
    })
  } catch (error) {
    if (isRefusal(error)) return "may-not"
    throw error
  }
  const [found] = await owner<{ granted: Granted }[]>`
    select case
      when rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls
        or exists (select from pg_auth_members where member = pg_roles.oid) then 'too-much'
      when has_schema_privilege(oid, 'public', 'create')
        or has_database_privilege(oid, current_database(), 'create') then 'and-tables'
      else 'rows-only' end as granted
    from pg_roles where rolname = ${role.name}`
  return found?.granted ?? "may-not"
}

/** Gives the role its password again, as after another `AUTH_SECRET`. */
export async function resetAppPassword(owner: postgres.Sql, { name, password }: AppRole): Promise<void> {
  await owner.unsafe(`alter role "${name}" password '${scramVerifier(password)}'`)
}

async function ensureRole(tx: postgres.TransactionSql, { name, password }: AppRole): Promise<void> {
  const [held] = await tx<{ settings: string[] | null }[]>`
    select rolconfig as settings from pg_roles where rolname = ${name}`
  // A new role may nothing but what it is given.
  if (!held) await tx.unsafe(`create role "${name}" login password '${scramVerifier(password)}'`)
  const wanted = Object.entries(roleSettings).map(([setting, value]) => `${setting}=${value}`)
  if (wanted.toSorted().join() === held?.settings?.toSorted().join()) return
  // A role can change its own settings for good, so they are put right here.
  if (held) await tx.unsafe(`alter role "${name}" reset all`)
  for (const setting of wanted) await tx.unsafe(`alter role "${name}" set ${setting}`)
}

async function grantRows(tx: postgres.TransactionSql, name: string): Promise<void> {
  const ours = await tx<{ table: string }[]>`
    select quote_ident(tablename) as table from pg_tables
    where schemaname = 'public' and pg_has_role(tableowner, 'usage')`
  const everything = "insert, update, delete"
  const perTable = ours.flatMap(({ table }) => [
    `revoke all on public.${table} from "${name}"`,
    `grant select, ${limitedRights[table] ?? everything} on public.${table} to "${name}"`,
  ])
  await tx.unsafe(
    [
      // Until Postgres 15 everybody may create tables there; where the schema is not ours this only warns.
      "revoke create on schema public from public",
      `grant usage on schema public to "${name}"`,
      ...perTable,
      `grant usage, select on all sequences in schema public to "${name}"`,
      `alter default privileges in schema public grant select, ${everything} on tables to "${name}"`,
      `alter default privileges in schema public grant usage, select on sequences to "${name}"`,
    ].join(";\n"),
  )
}

async function refuseTemporaryTables(tx: postgres.TransactionSql): Promise<void> {
  const [here] = await tx<{ database: string }[]>`select quote_ident(current_database()) as database`
  await tx.unsafe(`revoke temporary on database ${here?.database} from public`)
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42501"
}
