import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, inject } from "vitest"
import { closeDatabase } from "../../db/client.ts"
import { recreateDatabase } from "./database.ts"

/** Gives the test file a migrated, empty database of its own. Call it once at the top of the file. */
export function withFreshDatabase(): void {
  beforeAll(async () => {
    const name = `test_${randomUUID().replaceAll("-", "")}`
    process.env.DATABASE_URL = await recreateDatabase(inject("postgres"), name, "masthead_template")
  })
  afterAll(closeDatabase)
}
