import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, inject } from "vitest"
import { closeDatabase } from "../../db/client.ts"
import { addressAs, recreateDatabase } from "./database.ts"

/**
 * Gives the test file a migrated, empty database of its own, and the rights that the app has in it. Call it once at the
 * top of the file.
 */
export function withFreshDatabase(): void {
  beforeAll(async () => {
    const name = `test_${randomUUID().replaceAll("-", "")}`
    const owner = await recreateDatabase(inject("postgres"), name, "masthead_template")
    process.env.TEST_DATABASE_OWNER = owner
    process.env.DATABASE_URL = addressAs(owner, inject("app"))
    // What an earlier file left behind may have opened its own database again, as late as meanwhile.
    await closeDatabase()
  })
  afterAll(closeDatabase)
}
