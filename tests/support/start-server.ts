import fs from "node:fs"
import path from "node:path"
import { migrateDatabase } from "../../db/migrate.ts"
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../../server/postgres/embedded-postgres.ts"
import { type App, secretForTests, startApp } from "./app.ts"
import { findBrowser } from "./browser.ts"
import { addressAs } from "./database.ts"

/** One server for all journeys: a real Postgres, the real edge over a production build, a browser. */
export default async function startEdgeServer() {
  const folder = path.join(import.meta.dirname, "../../.cache/e2e", String(process.pid))
  fs.mkdirSync(folder, { recursive: true })
  const browser = await findBrowser()
  const postgres = await startEmbeddedPostgres(path.join(folder, "postgres"), { sync: false })
  Object.assign(process.env, {
    AUTH_SECRET: secretForTests,
    TEST_DATABASE_OWNER: postgres.url,
    DATABASE_URL: addressAs(postgres.url, postgres.app),
    DATA_DIR: folder,
    TEST_BROWSER: JSON.stringify(browser),
  })
  const stop = async (app?: App) => {
    await app?.stop()
    await stopEmbeddedPostgres(postgres)
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(`${folder}/postgres.password`, { force: true })
  }
  try {
    await migrateDatabase(postgres.url, postgres.app)
    const app = await startApp({ DATABASE_URL: postgres.url, DATA_DIR: folder })
    process.env.TEST_URL = app.url
    process.env.SITE_URL = app.url
    return () => stop(app)
  } catch (error) {
    await stop()
    throw error
  }
}
