import { execFileSync } from "node:child_process"
import fs from "node:fs"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database, type Transaction } from "../../db/client.ts"
import { type LockName, lock, lockNumbers, tryLock } from "../../db/locks.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

const names = Object.keys(lockNumbers) as LockName[]

test("no two locks of the app share a number", () => {
  expect(new Set(Object.values(lockNumbers)).size).toBe(names.length)
})

test("every advisory lock is taken by the names in db/locks.ts", () => {
  const files = execFileSync("git", [
    "ls-files",
    "-co",
    "--exclude-standard",
    "app",
    "components",
    "lib",
    "db",
    "server",
  ])
  const elsewhere = String(files)
    .split("\n")
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && file !== "db/locks.ts" && fs.existsSync(file))
    .filter((file) => /advisory_/.test(fs.readFileSync(file, "utf8")))
  expect(elsewhere).toEqual([])
})

test("functions in the database lock by the same numbers", async () => {
  const functions = await database().execute<{ name: string; body: string }>(
    sql`select proname as name, prosrc as body from pg_proc where prosrc like '%advisory%' and pronamespace = 'public'::regnamespace`,
  )
  const taken = functions.flatMap(({ name, body }) =>
    [...body.matchAll(/advisory_\w+\((.*)/g)].map(([, what = ""]) => ({ name, number: what.split(",")[0] })),
  )
  const number = String(lockNumbers.address)
  expect(taken).toEqual([
    { name: "address_to_speak_under", number },
    { name: "silence_address", number },
  ])
})

test("whoever holds one lock keeps nobody from another, also not under the same key", async () => {
  await database().transaction(async (tx) => {
    for (const name of names) await lock(tx, name, "the same key")
    expect(await heldBy(tx)).toHaveLength(names.length)
  })
})

test("two who want one lock are one after the other", async () => {
  await database().transaction(async (holder) => {
    expect(await tryLock(holder, "chaining")).toBe(true)
    await database().transaction(async (other) => {
      expect(await tryLock(other, "chaining")).toBe(false)
      expect(await tryLock(other, "seed")).toBe(true)
    })
  })
})

/** Each lock once, however often it was taken. */
function heldBy(tx: Transaction) {
  return tx.execute(
    sql`select classid, objid from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
  )
}
