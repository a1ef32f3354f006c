import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { createComment, createPost, createStaff } from "@/db/factories"
import { grantAppRole } from "../../db/app-role.ts"
import { database } from "../../db/client.ts"
import { auditEvents, moderationBatches } from "../../db/schema/audit.ts"
import { chainEvents } from "../../lib/audit/chain.ts"
import { addressAs } from "../support/database.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"
import { asOwner, ownerUrl } from "../support/owner.ts"

withFreshDatabase()

const everything = "select insert update delete"

/** Every table there is, and what the app may do with it. A new one is written down here once somebody has thought about it. */
const rights: Record<string, string> = {
  author_slugs: everything,
  authors: everything,
  bans: everything,
  blackouts: everything,
  comment_appeals: everything,
  comment_leases: everything,
  comment_notes: everything,
  comment_reports: everything,
  commenters: everything,
  corrections: everything,
  comments: everything,
  decision_lines: everything,
  error_reports: everything,
  filter_features: everything,
  filter_lessons: everything,
  frame_links: everything,
  tag_slugs: everything,
  front_sections: everything,
  front_pages: everything,
  totp_secrets: everything,
  recovery_codes: everything,
  pending_sign_ins: everything,
  passkeys: everything,
  passkey_challenges: everything,
  jobs: everything,
  media: everything,
  media_uses: everything,
  mail_deliveries: everything,
  moderation_batches: "select insert update(undone_at)",
  audit_events: "select insert update(chain_hash, chain_seq)",
  network_salts: everything,
  post_bylines: everything,
  post_notes: everything,
  post_presence: everything,
  post_preview_links: everything,
  post_revisions: everything,
  post_slugs: everything,
  post_tags: everything,
  page_paths: everything,
  pages: everything,
  posts: "select insert update",
  rate_limits: everything,
  sessions: everything,
  settings: everything,
  staff: everything,
  staff_links: everything,
  subscribers: everything,
  tags: everything,
  threads: everything,
  "drizzle.__drizzle_migrations": "",
}

test("of each table it is written down what the app may do with it, and that is what it may", async () => {
  const found = await database().execute<{ name: string; may: string }>(sql`
    select case when nspname = 'public' then relname else nspname || '.' || relname end as name,
      concat_ws(' ', (
        select string_agg(p, ' ' order by place)
        from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'])
          with ordinality as t (p, place)
        where has_table_privilege(c.oid, p)), (
        select 'update(' || string_agg(attname, ', ' order by attname) || ')' from pg_attribute
        where attrelid = c.oid and attnum > 0 and not has_table_privilege(c.oid, 'update')
          and has_column_privilege(c.oid, attnum, 'update'))) as may
    from pg_class as c join pg_namespace as n on n.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)
  expect(Object.fromEntries(found.map(({ name, may }) => [name, may]))).toEqual(rights)
})

test("the app owns nothing, belongs to no other role and may make neither roles nor databases", async () => {
  const [role] = await database().execute(sql`
    select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid) as member_of,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname = current_user`)
  const no = { rolsuper: false, rolcreatedb: false, rolcreaterole: false }
  expect(role).toEqual({ ...no, rolreplication: false, rolbypassrls: false, member_of: 0, owns: 0 })
})

/** Who gets to send SQL of their own as the app tries these. */
const refused = [
  "select pg_read_file('/proc/self/environ')",
  "select pg_read_binary_file('postmaster.pid')",
  "select pg_ls_dir('.')",
  "select lo_import('/etc/passwd')",
  "copy settings from '/etc/passwd'",
  "copy settings to '/tmp/settings'",
  "copy settings from program 'cat /proc/self/environ'",
  "copy settings to program 'cat'",
  "create table mine (n int)",
  "create schema mine",
  "create function mine() returns int language sql as 'select 1'",
  "create extension file_fdw",
  "create role mine",
  "create database mine",
  "drop table comments",
  "drop trigger audit_events_append_only on audit_events",
  "alter table comments add column mine int",
  "alter table audit_events disable trigger all",
  "truncate rate_limits",
  "delete from audit_events",
  "update audit_events set reason = 'other'",
  "update audit_events set chain_seq = null, reason = 'other'",
  "update moderation_batches set about = 'other'",
  "delete from moderation_batches",
  "delete from posts",
  "select setval(pg_get_serial_sequence('comments', 'id'), 1)",
  "select * from drizzle.__drizzle_migrations",
  "select rolpassword from pg_authid",
  "select passwd from pg_shadow",
  "set role masthead",
  "set role pg_read_server_files",
  "set session authorization masthead",
  "set session_replication_role = replica",
  "alter role current_user superuser",
  "alter role masthead password 'mine'",
  "grant masthead to current_user",
  "alter system set log_statement = 'all'",
  "select pg_reload_conf()",
]

test.for(refused)("the app is refused: %s", async (statement) => {
  await expect(database().$client.unsafe(statement)).rejects.toMatchObject({ code: "42501" })
})

test("the worker can set a row's place in the chain once and nobody can set it again", async () => {
  const db = database()
  const { id: staffId } = await createStaff(db, { roles: ["moderator"] })
  const { id: postId } = await createPost(db)
  const { id: commentId } = await createComment(db, { postId })
  await db.insert(moderationBatches).values({ staffId, action: "approved" })
  await db.insert(auditEvents).values({ commentId, staffId, action: "approved", toStatus: "approved" })
  expect(await chainEvents()).toBe(1)
  await expect(db.execute(sql`update audit_events set chain_seq = 7`)).rejects.toThrow()
  await expect(db.execute(sql`update audit_events set chain_seq = null, chain_hash = null`)).rejects.toThrow()
})

test("statements and transactions of the app come to an end by themselves", async () => {
  const [row] = await database().execute(sql`
    select current_setting('statement_timeout') as statement, current_setting('search_path') as path,
      current_setting('idle_in_transaction_session_timeout') as idle`)
  expect(row).toEqual({ statement: "1min", idle: "1min", path: "public, pg_temp" })
})

test("a table that a later migration makes is the app's to fill, before anybody grants it", async () => {
  await asOwner((tx) => tx.execute(sql`create table later (id bigint generated always as identity, n int)`))
  await database().execute(sql`insert into later (n) values (1)`)
  await database().execute(sql`delete from later`)
  await asOwner((tx) => tx.execute(sql`drop table later`))
})

test("settings that the app changed for itself are put right at the next start", async () => {
  const app = { ...inject("app"), name: "masthead_app_settings", ownServer: false }
  await grantAppRole(owner, app)
  const own = postgres(addressAs(ownerUrl(), app), { max: 1 })
  await own`alter role masthead_app_settings set statement_timeout = 0`
  await own`alter role masthead_app_settings set search_path = pg_temp`
  await own.end()
  expect(await grantAppRole(owner, app)).toBe("rows-only")
  const again = postgres(addressAs(ownerUrl(), app), { max: 1 })
  expect(await again`show statement_timeout`).toEqual([{ statement_timeout: "1min" }])
  await again.end()
})

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await owner`drop owned by masthead_app_settings`
  await owner`drop role masthead_app_settings`
  await owner.end()
})
