import { rm } from "node:fs/promises"
import path from "node:path"
import type { TestProject } from "vitest/node"
import type { AppRole } from "../../db/app-role.ts"
import { migrateDatabase } from "../../db/migrate.ts"
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../../server/postgres/embedded-postgres.ts"
import { recreateDatabase } from "./database.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The server as its owner reaches it, and the role that the app works as. */
    postgres: string
    app: AppRole
  }
}

/** One real Postgres for the whole run, with a migrated template that each test file copies: for all projects alike. */
export default async function setup({ vitest }: TestProject) {
  const run = vitest.getRootProject()
  // Another project was first.
  if (run.getProvidedContext().postgres) return
  const cluster = path.join(import.meta.dirname, "../../.cache/test-postgres", String(process.pid))
  const postgres = await startEmbeddedPostgres(cluster, { sync: false })
  const granted = await migrateDatabase(
    await recreateDatabase(postgres.url, "masthead_template"),
    postgres.app,
  )
  if (granted !== "rows-only") throw new Error(`The app's role is not as it should be: ${granted}.`)
  run.provide("postgres", postgres.url)
  run.provide("app", postgres.app)
  return async () => {
    await stopEmbeddedPostgres(postgres)
    await rm(cluster, { recursive: true, force: true })
    await rm(`${cluster}.password`, { force: true })
  }
}
