import { createHash } from "node:crypto"
import { asc } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { closeDatabase, database } from "../../db/client.ts"
import { migrateDatabase } from "../../db/migrate.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { chainEvents } from "../../lib/audit/chain.ts"
import { recordEvent } from "../../lib/audit/mutations.ts"
import { verifyLog } from "../../lib/audit/verify.ts"
import { addressAs, recreateDatabase } from "../support/database.ts"
import { migrateUntil } from "../support/migrate-until.ts"

let owner: postgres.Sql
let old: Row[]

beforeAll(async () => {
  const url = await recreateDatabase(inject("postgres"), "test_one_audit_log")
  process.env.DATABASE_URL = addressAs(url, inject("app"))
  owner = postgres(url, { max: 1, onnotice: () => {} })
  await migrateUntil(owner, "0013_against_somebody")
  await owner.unsafe(filled)
  old = await chainAsBefore()
  await migrateDatabase(url, inject("app"))
})

afterAll(async () => {
  await closeDatabase()
  await owner.end()
})

test("a log that was chained before is whole afterwards, with the stories' events behind it", async () => {
  const head = old.at(-2)?.chain_hash ?? ""
  // What the version before this migration computed for these rows.
  expect(head).toBe("4b6beea9f2dbe6bfb1c82eec7383b79e5a39a6ae4c4621054e92fbbb2600d62e")
  expect(await verifyLog(database(), { head })).toMatchObject({ ok: true, count: 9, unchained: 1 })
  const now = await owner<Row[]>`select ${rowAsBefore(owner)} from audit_events order by audit_events.id`
  expect(now.slice(0, old.length)).toEqual(old)
  await chainEvents()
  expect(await verifyLog(database(), { head })).toMatchObject({ ok: true, count: 10, unchained: 0 })
})

test("each row says what it is about, and nothing that happened to a story is lost", async () => {
  const rows = await database().select().from(auditEvents).orderBy(asc(auditEvents.id))
  expect(rows.map(({ subject }) => subject)).toEqual([
    ...["comment", "comment", "comment", "ban", "ban", "settings", "comment"],
    ...["post", "post", "post"],
  ])
  const story = { postId: 1, commentId: null, reason: "", detail: {} }
  expect(rows.slice(7)).toMatchObject([
    {
      ...story,
      staffId: null,
      action: "post_submitted",
      fromStatus: "draft",
      toStatus: "in_review",
      version: 1,
    },
    {
      ...story,
      staffId: 1,
      action: "post_published",
      fromStatus: "in_review",
      toStatus: "published",
      version: 2,
    },
    {
      ...story,
      staffId: 1,
      action: "post_unpublished",
      fromStatus: "published",
      toStatus: "withdrawn",
      version: 3,
    },
  ])
  expect(rows[8]?.createdAt).toEqual(new Date("2026-01-02T03:04:05.678Z"))
})

test("the app adds to the log and chains it, and changes and deletes nothing of it, as its owner does not", async () => {
  await chainEvents()
  await database().transaction((tx) => recordEvent(tx, { postId: 1, staffId: 1, action: "post_published" }))
  await chainEvents()
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 11, unchained: 0 })
  await expect(database().execute("update audit_events set reason = 'other'")).rejects.toThrow()
  await expect(owner`update audit_events set post_id = 1 where id = 1`).rejects.toThrow("only ever added to")
  await expect(owner`delete from audit_events`).rejects.toThrow("only ever added to")
  await expect(owner`truncate audit_events cascade`).rejects.toThrow("only ever added to")
  await expect(owner`delete from posts`).rejects.toThrow()
})

test("nothing keeps a name from before", async () => {
  const names = await owner`
    select relname as name from pg_class union all select conname from pg_constraint
    union all select tgname from pg_trigger union all select proname from pg_proc
    union all select typname from pg_type`
  const kept = names
    .map(({ name }) => name)
    .filter((name) => /moderation_(events|action)|post_(events|action)/.test(name))
  expect(kept).toEqual([])
})

type Row = Record<string, string | null>

/** Every kind of row, the last of which is not chained yet. */
const filled = `
  insert into authors (slug, name) values ('wren', 'Wren');
  insert into staff (email, name, roles) values ('ana@example.org', 'Ana', '{moderator}');
  insert into posts (slug, title, body, status, author_id, published_at)
    values ('one', 'One', '{"type":"doc"}', 'withdrawn', 1, now());
  insert into comments (id, post_id, path, status, name, email_sealed, email_hash, body, fingerprint)
    values (1, 1, '{1}', 'approved', 'Ada', '\\x00', '\\x00', 'Words.', '\\x00');
  insert into moderation_batches (staff_id, action, about) values (1, 'banned', 'Ban of a name');
  insert into moderation_events
    (comment_id, staff_id, action, from_status, to_status, reason, comment_version, undoes, batch_id, ban_id, detail, created_at)
  values
    (1, null, 'held', null, 'pending', 'links', 1, null, null, null, '{}', '2026-01-01T00:00:00.123456Z'),
    (1, 1, 'rejected', 'pending', 'rejected', 'off-topic', 1, null, null, null, '{"zeta":1,"alpha":true}', '2026-01-01T00:00:01Z'),
    (1, 1, 'undone', 'rejected', 'pending', '', 1, 2, null, null, '{}', '2026-01-01T00:00:02.5Z'),
    (1, 1, 'banned', null, null, '', null, null, 1, 7, '{"kind":"name","expires":"never"}', '2026-01-01T00:00:03Z'),
    (null, 1, 'undone', null, null, '', null, 4, 1, 7, '{}', '2026-01-01T00:00:04Z'),
    (null, 1, 'settings_changed', null, null, '', null, null, null, null, '{"tagline was":"a \\"b\\" ü 😀","tagline is":""}', '2026-01-01T00:00:05Z'),
    (1, 1, 'approved', 'pending', 'approved', '', 1, null, null, null, '{}', now());
  insert into post_events (post_id, staff_id, action, from_status, to_status, post_version, created_at) values
    (1, null, 'submitted', 'draft', 'in_review', 1, '2026-01-02T03:04:05Z'),
    (1, 1, 'published', 'in_review', 'published', 2, '2026-01-02T03:04:05.678Z'),
    (1, 1, 'unpublished', 'published', 'withdrawn', 3, '2026-01-02T03:04:06.000001Z');`

/** All of a row that there was, as text. */
function rowAsBefore(client: postgres.Sql, version = "version") {
  return client.unsafe(`id::text, comment_id::text, staff_id::text, action::text, from_status::text, to_status::text, reason,
    ${version}::text as version, undoes::text, batch_id::text, ban_id::text, detail::text,
    to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
    chain_seq::text, encode(chain_hash, 'hex') as chain_hash`)
}

/** Chains all but the last row as the log was chained when it was one of comments alone; answers all. */
async function chainAsBefore(): Promise<Row[]> {
  const read = () =>
    owner<
      Row[]
    >`select ${rowAsBefore(owner, "comment_version")} from moderation_events order by moderation_events.id`
  let hash = Buffer.alloc(32)
  for (const [at, row] of (await read()).slice(0, -1).entries()) {
    const { chain_seq: _, chain_hash: __, detail, created_at, ...values } = row
    const sorted = Object.entries(JSON.parse(detail ?? "")).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const line = [String(at + 1), ...Object.values(values), Object.fromEntries(sorted), created_at]
    hash = createHash("sha256").update(hash).update(JSON.stringify(line)).digest()
    await owner`update moderation_events set chain_seq = ${at + 1}, chain_hash = ${hash} where id = ${values.id ?? null}`
  }
  return read()
}
