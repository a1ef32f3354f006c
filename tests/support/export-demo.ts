import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { startApp } from "./app.ts"
import { recreateDatabase } from "./database.ts"
import { demoDatabase } from "./demo.ts"
import { ownerUrl } from "./owner.ts"
import { demoPages, exportSite } from "./site-inventory.ts"

/** What the demo publication's pages hold before anybody has changed it: an app of its own that is stopped again. */
export async function exportDemo(): Promise<Record<string, string[]>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-demo-"))
  const url = await recreateDatabase(ownerUrl(), `demo_${process.pid}`, demoDatabase)
  const app = await startApp({ DATABASE_URL: url, DATA_DIR: dataDir })
  try {
    return await exportSite(app.url, demoPages)
  } finally {
    await app.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}
