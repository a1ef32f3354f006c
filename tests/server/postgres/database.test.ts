import { randomUUID } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"
import { afterEach, beforeEach, expect, inject, test } from "vitest"
import { parseEnv } from "../../../lib/env.ts"
import { openDatabase } from "../../../server/postgres/database.ts"
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../../../server/postgres/embedded-postgres.ts"
import { addressAs, recreateDatabase } from "../../support/database.ts"

const secret = process.env.AUTH_SECRET
let name: string
let superuser: string
let admin: postgres.Sql

beforeEach(async () => {
  name = `news_${randomUUID().slice(0, 8)}`
  superuser = await recreateDatabase(inject("postgres"), name)
  admin = postgres(superuser, { max: 1, onnotice: () => {} })
})

afterEach(async () => {
  process.env.AUTH_SECRET = secret
  await admin.end()
  const server = postgres(inject("postgres"), { max: 1, onnotice: () => {} })
  await server.unsafe(`drop database "${name}" with (force)`)
  for (const role of [`masthead_app_${name}`, `owner_${name}`])
    await server.unsafe(`drop role if exists "${role}"`)
  await server.end()
})

test("on a server where the operator is superuser the app reads and writes rows and nothing else", async () => {
  const { url, gap } = await open(superuser)
  expect(gap).toBeNull()
  expect(await may(url)).toEqual({ rows: true, tables: false, files: false, user: `masthead_app_${name}` })
})

test("a role that owns its database and may make roles is enough for that", async () => {
  const { url, gap } = await open(await ownerOf(name, "createrole"))
  expect(gap).toBeNull()
  expect(await may(url)).toEqual({ rows: true, tables: false, files: false, user: `masthead_app_${name}` })
})

test("a role that may make no roles works as before, and the operator is told what it could not do", async () => {
  const { url, gap } = await open(await ownerOf(name))
  expect(gap).toMatch(/^The app works as "owner_news_\w+", .* ALTER ROLE "owner_news_\w+" CREATEROLE/)
  expect(gap).not.toContain("\n")
  expect(await may(url)).toEqual({ rows: true, tables: true, files: false, user: `owner_${name}` })
})

test("where everybody may make tables the app may too, and the operator is told how to mend it", async () => {
  await admin.unsafe("alter schema public owner to masthead; grant create on schema public to public")
  const { url, gap } = await open(await ownerOf(name, "createrole"))
  expect(gap).toMatch(/REVOKE CREATE ON SCHEMA public FROM PUBLIC/)
  expect(await may(url)).toEqual({ rows: true, tables: true, files: false, user: `masthead_app_${name}` })
})

test("a role that somebody gave more to is not used, and the operator is told", async () => {
  const owner = await ownerOf(name, "createrole")
  await open(owner)
  await admin.unsafe(`grant pg_read_server_files to masthead_app_${name}`)
  const { url, gap } = await open(owner)
  expect(gap).toMatch(/ALTER ROLE "masthead_app_\w+" NOSUPERUSER .* REVOKE/)
  expect(await may(url)).toMatchObject({ user: `owner_${name}`, files: false })
})

test("a role that does not own the tables stops the start with one sentence", async () => {
  const { url } = await open(superuser)
  await expect(open(url)).rejects.toThrow(/^"masthead_app_\w+" may not change the tables: DATABASE_URL/)
})

test("an app that the server does not let in works as before, and the operator is told", async () => {
  await open(superuser)
  await admin.unsafe(`alter role masthead_app_${name} nologin`)
  const { url, gap } = await open(superuser)
  expect(gap).toMatch(/pg_hba\.conf/)
  expect(await may(url)).toMatchObject({ user: "masthead" })
})

test("instances with one secret share the role, and start at once as often as they like", async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => open(superuser)))
  expect(new Set(opened.map(({ url }) => url)).size).toBe(1)
  expect(opened.map(({ gap }) => gap)).toEqual([null, null, null, null])
})

test("another secret opens the role again, but never under an instance that is at work", async () => {
  const first = await open(superuser)
  process.env.AUTH_SECRET = "another secret, of more than thirty-two characters"
  const atWork = postgres(first.url, { max: 1 })
  await atWork`select 1`
  await expect(open(superuser)).rejects.toThrow(/AUTH_SECRET/)
  expect(await may(first.url)).toMatchObject({ rows: true })
  await atWork.end()
  await goneFrom(`masthead_app_${name}`)
  const second = await open(superuser)
  expect(second).toMatchObject({ gap: null })
  expect(second.url).not.toBe(first.url)
  expect(await may(second.url)).toMatchObject({ rows: true, tables: false })
})

test("an embedded database from before there was a role is taken over with all its rows", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-old-"))
  const dir = path.join(dataDir, "postgres")
  const old = await startEmbeddedPostgres(dir, { sync: false })
  fs.rmSync(path.join(dir, "masthead-app-password"))
  const client = postgres(old.url, { max: 1, onnotice: () => {} })
  await migrate(drizzle(client), {
    migrationsFolder: path.join(import.meta.dirname, "../../../db/migrations"),
  })
  await client`insert into settings (key, value) values ('kept', '"from before"')`
  await client.end()
  await stopEmbeddedPostgres(old)
  try {
    const { url, gap, close } = await open(undefined, dataDir)
    expect(gap).toBeNull()
    expect(await may(url)).toEqual({ rows: true, tables: false, files: false, user: "masthead_app" })
    const password = fs.statSync(path.join(dir, "masthead-app-password"))
    expect(password.mode & 0o777).toBe(0o600)
    const again = postgres(url, { max: 1 })
    expect(await again`select value from settings where key = 'kept'`).toEqual([{ value: "from before" }])
    await expect(again`create temporary table mine (n int)`).rejects.toMatchObject({ code: "42501" })
    await again`alter role masthead_app password 'of somebody else'`
    await again.end()
    const restarted = await open(undefined, dataDir)
    expect(await may(restarted.url)).toMatchObject({ user: "masthead_app" })
    await close()
    await restarted.close()
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})

/** Opens a database as `npm start` does. */
function open(url: string | undefined, dataDir = os.tmpdir()) {
  return openDatabase(parseEnv({ DATABASE_URL: url, DATA_DIR: dataDir }))
}

/** Makes the database another role's, who is no superuser; answers its address. */
async function ownerOf(database: string, rights = ""): Promise<string> {
  const role = { name: `owner_${database}`, password: "a-password" }
  await admin.unsafe(`create role "${role.name}" login password '${role.password}' ${rights}`)
  await admin.unsafe(`alter database "${database}" owner to "${role.name}"`)
  return addressAs(superuser, role)
}

/** What somebody may do who gets to send SQL of their own at this address. */
async function may(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const works = (statement: string) =>
    client.unsafe(statement).then(
      () => true,
      () => false,
    )
  const [who] = await client`select current_user as user`
  const rows = await works("insert into rate_limits values ('k', 1, now()); delete from rate_limits")
  const tables = await works("create table public.mine (n int)")
  const files = await works("select pg_read_file('/proc/self/environ')")
  await client.end()
  return { user: who?.user, rows, tables, files }
}

/** A connection that was closed is known to the server a moment later. */
async function goneFrom(role: string): Promise<void> {
  while ((await admin`select from pg_stat_activity where usename = ${role}`).length > 0);
}
