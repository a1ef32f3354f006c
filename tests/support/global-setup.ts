import { rm } from "node:fs/promises"
import path from "node:path"
import type { TestProject } from "vitest/node"
import { migrateDatabase } from "../../db/migrate.ts"
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../../server/embedded-postgres.ts"
import { recreateDatabase } from "./database.ts"

declare module "vitest" {
  interface ProvidedContext {
    postgres: string
  }
}

/** One real Postgres for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const cluster = path.join(import.meta.dirname, "../../.cache/test-postgres", String(process.pid))
  const postgres = await startEmbeddedPostgres(cluster, { sync: false })
  await migrateDatabase(await recreateDatabase(postgres.url, "masthead_template"))
  project.provide("postgres", postgres.url)
  return async () => {
    await stopEmbeddedPostgres(postgres)
    await rm(cluster, { recursive: true, force: true })
    await rm(`${cluster}.password`, { force: true })
  }
}
