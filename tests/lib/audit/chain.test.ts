import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { chainEvents, getHead } from "@/lib/audit/chain"
import { verifyLogCommand } from "@/lib/audit/cli"
import { verifyLog, verifyNewest } from "@/lib/audit/verify"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

beforeEach(() => tamper((tx) => tx.execute(sql`delete from audit_events`)))

test("rows that many people write at once get one chain without a fork, whoever puts them in line", async () => {
  const writers = Array.from({ length: 5 }, async () => {
    for (let n = 0; n < 40; n++) await write(1)
  })
  let writing = true
  const workers = Array.from({ length: 2 }, async () => {
    while (writing) await chainEvents()
  })
  await Promise.all(writers)
  writing = false
  await Promise.all(workers)
  await chainEvents()
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 200, unchained: 0 })
  const rows = await database().select().from(auditEvents).orderBy(auditEvents.chainSeq)
  expect(rows.map((row) => row.chainSeq)).toEqual(rows.map((_, at) => at + 1))
})

test("rows that wait at the same time are chained by id", async () => {
  await write(30)
  await chainEvents()
  const rows = await database().select().from(auditEvents).orderBy(auditEvents.chainSeq)
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted((a, b) => a - b))
})

test("anybody can compute the chain from what is written about it", async () => {
  await write(3)
  await database().update(comments).set({ name: "Changed since" }).where(sql`true`)
  await chainEvents()
  const rows = await database().execute<Record<string, string | null>>(sql`
    select chain_seq::text, audit_events.id::text, comment_id::text, staff_id::text, action, from_status, to_status,
      reason, version::text, undoes::text, batch_id::text, ban_id::text, detail, created_at::text,
      encode(chain_hash, 'hex') as hash
    from audit_events order by audit_events.chain_seq`)
  let previous = Buffer.alloc(32)
  for (const { hash, detail, created_at, ...row } of rows) {
    const [, day, time = "", micros = ""] =
      /^(\S+) (\d\d:\d\d:\d\d)\.?(\d*)\+00$/.exec(created_at ?? "") ?? []
    const sorted = Object.entries(detail as unknown as object).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const line = [
      ...Object.values(row),
      Object.fromEntries(sorted),
      `${day}T${time}.${micros.padEnd(6, "0")}Z`,
    ]
    previous = createHash("sha256").update(previous).update(JSON.stringify(line)).digest()
    expect(previous.toString("hex")).toBe(hash)
  }
  expect((await getHead(database())).hash).toEqual(previous)
})

test("the log cannot be changed, and no row of it goes, not even with its comment", async () => {
  const [event] = await write(1)
  const id = event?.id ?? 0
  const change = (set: object) => database().update(auditEvents).set(set).where(eq(auditEvents.id, id))
  await expect(change({ reason: "other" })).rejects.toThrow()
  await expect(change({ chainSeq: 1, chainHash: Buffer.alloc(32), reason: "other" })).rejects.toThrow()
  await expect(change({ chainSeq: 1 })).rejects.toThrow()
  await chainEvents()
  await expect(change({ chainSeq: 2, chainHash: Buffer.alloc(32) })).rejects.toThrow()
  await expect(change({ chainSeq: null, chainHash: null })).rejects.toThrow()
  await expect(database().delete(auditEvents)).rejects.toThrow()
  for (const how of ["truncate audit_events cascade", "truncate staff cascade", "truncate posts cascade"]) {
    await expect(database().execute(how)).rejects.toThrow()
  }
  await expect(
    database()
      .delete(comments)
      .where(eq(comments.id, event?.commentId ?? 0)),
  ).rejects.toThrow()
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 1 })
})

test("a changed reason is named, to the row", async () => {
  const [, second] = await chained(5)
  await tamper((tx) => tx.execute(sql`update audit_events set reason = 'other' where id = ${second}`))
  expect(await verifyLog(database())).toEqual({ ok: false, found: { kind: "changed", seq: 2, id: second } })
})

test("a time that was moved by a millionth of a second is named", async () => {
  const [, , , , last] = await chained(5)
  await tamper((tx) =>
    tx.execute(
      sql`update audit_events set created_at = created_at + interval '1 microsecond' where id = ${last}`,
    ),
  )
  expect(await verifyLog(database())).toEqual({ ok: false, found: { kind: "changed", seq: 5, id: last } })
})

test("a row that was taken out is named by its place", async () => {
  const [, , third] = await chained(5)
  await tamper((tx) => tx.execute(sql`delete from audit_events where id = ${third}`))
  expect(await verifyLog(database())).toEqual({ ok: false, found: { kind: "missing", seq: 3 } })
})

test("a gap that was closed by new numbers is named", async () => {
  const [, , third, fourth] = await chained(6)
  await tamper(async (tx) => {
    await tx.execute(sql`delete from audit_events where id = ${third}`)
    for (const seq of [4, 5, 6])
      await tx.execute(sql`update audit_events set chain_seq = ${seq - 1} where chain_seq = ${seq}`)
  })
  expect(await verifyLog(database())).toEqual({
    ok: false,
    found: { kind: "out-of-order", seq: 3, id: fourth },
  })
})

test("two rows that changed places are named, with their hashes and without", async () => {
  const [, second, , fourth] = await chained(6)
  const swap = (column: "chain_seq" | "chain_hash") =>
    tamper(async (tx) => {
      const name = sql.identifier(column)
      const nothing = column === "chain_seq" ? sql`-1` : sql`null`
      const rows = await tx.execute<{ id: string; held: string }>(
        sql`select audit_events.id, ${name}::text as held from audit_events where audit_events.id in (${second}, ${fourth})`,
      )
      const held = new Map(rows.map((row) => [Number(row.id), row.held]))
      const type = column === "chain_seq" ? sql`bigint` : sql`bytea`
      await tx.execute(sql`update audit_events set ${name} = ${nothing} where id = ${second}`)
      await tx.execute(
        sql`update audit_events set ${name} = ${held.get(second ?? 0)}::text::${type} where id = ${fourth}`,
      )
      await tx.execute(
        sql`update audit_events set ${name} = ${held.get(fourth ?? 0)}::text::${type} where id = ${second}`,
      )
    })
  await swap("chain_seq")
  const found = { ok: false, found: { kind: "out-of-order", seq: 2, id: fourth } }
  expect(await verifyLog(database())).toEqual(found)
  await swap("chain_hash")
  // Now the places have the right hashes and the wrong rows, so only the rows are not what was chained.
  expect(await verifyLog(database())).toEqual({ ok: false, found: { ...found.found, kind: "changed" } })
})

test("a row that was chained twice is named", async () => {
  const [, second, third] = await chained(4)
  await tamper(async (tx) => {
    await tx.execute(sql`drop index audit_events_chain_key`)
    await tx.execute(sql`update audit_events set chain_seq = 2 where id = ${third}`)
  })
  const verified = await verifyLog(database())
  await tamper(async (tx) => {
    await tx.execute(sql`update audit_events set chain_seq = 3 where id = ${third}`)
    await tx.execute(sql`create unique index audit_events_chain_key on audit_events (chain_seq)`)
  })
  expect(verified).toEqual({ ok: false, found: { kind: "twice", seq: 2, id: third } })
  expect(second).toBeLessThan(third ?? 0)
})

test("a row that nobody chained for more than a minute is named, and a fresh one is counted", async () => {
  await chained(2)
  const [late] = await write(1)
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 2, unchained: 1 })
  await tamper((tx) =>
    tx.execute(
      sql`update audit_events set created_at = now() - interval '61 seconds' where id = ${late?.id}`,
    ),
  )
  expect(await verifyLog(database())).toEqual({ ok: false, found: { kind: "unchained", id: late?.id } })
})

test("a chain that was written anew as a whole is told by the head somebody wrote down", async () => {
  await chained(4)
  const head = (await getHead(database())).hash.toString("hex")
  await chained(2)
  expect(await verifyLog(database(), { head })).toMatchObject({ ok: true, count: 6 })
  await tamper(async (tx) => {
    await tx.execute(sql`update audit_events set reason = 'other' where chain_seq = 1`)
    await tx.execute(sql`update audit_events set chain_seq = null, chain_hash = null`)
  })
  await chainEvents()
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 6 })
  expect(await verifyLog(database(), { head })).toEqual({ ok: false, found: { kind: "rewritten" } })
})

test("the newest rows can be checked alone", async () => {
  await chained(30)
  expect(await verifyNewest(database(), 10)).toEqual({ checked: 10, found: null })
  expect(await verifyNewest(database(), 100)).toEqual({ checked: 30, found: null })
  await tamper((tx) => tx.execute(sql`update audit_events set reason = 'other' where chain_seq = 25`))
  expect((await verifyNewest(database(), 10)).found).toMatchObject({ kind: "changed", seq: 25 })
  expect((await verifyNewest(database(), 3)).found).toBeNull()
})

test("a chain longer than a batch is walked to its end", async () => {
  const [row] = await write(1)
  await database().execute(sql`
    insert into audit_events (comment_id, action, to_status, version, reason)
    select ${row?.commentId}, 'held', 'pending', 1, 'reason ' || n from generate_series(1, 4500) as n`)
  expect(await chainEvents()).toBe(4501)
  expect(await verifyLog(database())).toMatchObject({ ok: true, count: 4501 })
  await tamper((tx) => tx.execute(sql`delete from audit_events where chain_seq = 4001`))
  expect(await verifyLog(database())).toMatchObject({ ok: false, found: { kind: "missing", seq: 4001 } })
})

test("the command answers 0 for a whole chain and 1 for what is not", async () => {
  await chained(3)
  const head = (await getHead(database())).hash.toString("hex")
  expect(await verifyLogCommand([])).toBe(0)
  expect(await verifyLogCommand(["--head", head.toUpperCase()])).toBe(0)
  expect(await verifyLogCommand(["--head", "0".repeat(64)])).toBe(1)
  expect(await verifyLogCommand(["--head", "no hash"])).toBe(1)
  expect(await verifyLogCommand(["--nonsense"])).toBe(1)
  await tamper((tx) => tx.execute(sql`update audit_events set reason = 'other' where chain_seq = 1`))
  expect(await verifyLogCommand([])).toBe(1)
})

async function chained(count: number): Promise<number[]> {
  const rows = await write(count)
  await chainEvents()
  return rows.map(({ id }) => id)
}

let about: Promise<{ commentId: number; staffId: number }> | undefined

async function write(count: number) {
  about ??= (async () => {
    const post = await createPost(database())
    const comment = await createComment(database(), { postId: post.id })
    return { commentId: comment.id, staffId: (await createStaff(database())).id }
  })()
  const { commentId, staffId } = await about
  return database()
    .insert(auditEvents)
    .values(
      Array.from({ length: count }, (_, n) => ({
        commentId,
        staffId: n % 2 ? staffId : null,
        action: "approved" as const,
        fromStatus: "pending" as const,
        toStatus: "approved" as const,
        reason: `reason ${n} "quoted" \u2028 ü 😀`,
        version: 1,
        detail: { zeta: n, alpha: "x", longer: true, é: 1.5 },
      })),
    )
    .returning({ id: auditEvents.id, commentId: auditEvents.commentId })
}
