import fs from "node:fs"
import path from "node:path"
import { migrateDatabase } from "../../db/migrate.ts"
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../../server/postgres/embedded-postgres.ts"
import { type App, secretForTests, startApp } from "./app.ts"
import { findBrowser } from "./browser.ts"
import { addressAs, recreateDatabase } from "./database.ts"
import { copyDemo, demoDatabase, makeDemoFolder } from "./demo.ts"
import type { MatrixSite } from "./matrix-site.ts"

/**
 * One server for all journeys: a real Postgres, the real edge over a production build, a browser. And a publication of
 * its own for the access matrices, whose thousands of rows would be in the lists of every journey.
 */
export default async function startEdgeServer() {
  const folder = path.join(import.meta.dirname, "../../.cache/e2e", String(process.pid))
  fs.mkdirSync(folder, { recursive: true })
  const found = await findBrowser()
  // No page of a journey lives long enough to give back what compiling its scripts once more costs: a sixth of the browser's time.
  const browser = { ...found, args: [...(found.args ?? []), "--js-flags=--no-opt"] }
  await makeDemoFolder(path.join(folder, "demo")).catch((error: unknown) => {
    fs.rmSync(folder, { recursive: true, force: true })
    throw error
  })
  copyDemo(folder)
  const postgres = await startEmbeddedPostgres(path.join(folder, "postgres"), { sync: false })
  Object.assign(process.env, {
    AUTH_SECRET: secretForTests,
    TEST_DATABASE_OWNER: postgres.url,
    DATABASE_URL: addressAs(postgres.url, postgres.app),
    DATA_DIR: folder,
    TEST_BROWSER: JSON.stringify(browser),
  })
  const apps: App[] = []
  const stop = async () => {
    for (const app of apps) await app.stop()
    await stopEmbeddedPostgres(postgres)
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(`${folder}/postgres.password`, { force: true })
  }
  try {
    await recreateDatabase(postgres.url, demoDatabase, "postgres")
    const app = await startApp({ DATABASE_URL: postgres.url, DATA_DIR: folder })
    apps.push(app)
    process.env.TEST_URL = app.url
    process.env.SITE_URL = app.url
    const owner = await recreateDatabase(postgres.url, "matrix")
    await migrateDatabase(owner, postgres.app)
    const matrix = { DATA_DIR: path.join(folder, "matrix"), DEMO: "off" }
    const second = await startApp({ ...matrix, DATABASE_URL: owner })
    apps.push(second)
    const site: MatrixSite = {
      DATA_DIR: matrix.DATA_DIR,
      DATABASE_URL: addressAs(owner, postgres.app),
      TEST_DATABASE_OWNER: owner,
      TEST_URL: second.url,
      SITE_URL: second.url,
    }
    process.env.TEST_MATRIX_SITE = JSON.stringify(site)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
