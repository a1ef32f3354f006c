import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { startApp } from "./app.ts"
import { fillWithArabic } from "./arabic-newsroom.ts"
import { withOwnDatabase } from "./own-publication.ts"
import { until } from "./until.ts"

/** An app of its own on a database of its own: the language is everybody's. */
export async function inArabic(work: (site: string, unlinked: string[]) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "masthead-arabic-"))
  await withOwnDatabase("arabic", async (url) => {
    const env = { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "off", RATE_LIMITS: "off" }
    const app = await startApp(env)
    try {
      const unlinked = await fillWithArabic(database())
      await database().execute(sql`select pg_notify('cache_tags', 'everything')`)
      await until("the page of unknown addresses in Arabic", async () => {
        const page = await fetch(`${app.url}/a-page-that-is-not-there`)
        return (await page.text()).includes('lang="ar"')
      })
      await work(app.url, unlinked)
    } finally {
      await app.stop()
    }
  })
  await rm(dataDir, { recursive: true, force: true })
}
