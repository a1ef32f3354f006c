import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import type postgres from "postgres"

/** Migrates as the app does, up to and with one of the migrations. */
export async function migrateUntil(owner: postgres.Sql, tag: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "migrations-"))
  try {
    await cp(path.join(import.meta.dirname, "../../db/migrations"), folder, { recursive: true })
    const file = path.join(folder, "meta/_journal.json")
    const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] }
    const last = journal.entries.findIndex((entry) => entry.tag === tag)
    await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
    await migrate(drizzle(owner), { migrationsFolder: folder })
  } finally {
    await rm(folder, { recursive: true })
  }
}
