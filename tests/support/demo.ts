import fs from "node:fs"
import path from "node:path"
import { startApp } from "./app.ts"
import { openCluster } from "./cluster.ts"
import { until } from "./until.ts"

/** In the Postgres of all journeys: the demo publication as nobody has changed it, to be copied. */
export const demoDatabase = "demo_untouched"

/**
 * Makes the demo publication as a first start does, with all sizes of its pictures, and leaves its data folder for
 * others to copy, named by `TEST_DEMO`: to make all that costs as much processor time as ten starts.
 */
export async function makeDemoFolder(folder: string): Promise<void> {
  const app = await startApp({ DATA_DIR: folder, DATABASE_URL: "" })
  try {
    const cluster = openCluster(folder)
    try {
      await until("the sizes of the demo's pictures", async () => {
        const [made] = await cluster<{ all: number; ready: number }[]>`
          select count(*)::int as all, count(*) filter (where state = 'ready')::int as ready from media`
        return made && made.all > 0 && made.ready === made.all
      })
    } finally {
      await cluster.end()
    }
  } finally {
    await app.stop()
  }
  process.env.TEST_DEMO = folder
}

/** Fills a data folder with the demo publication: its database, which the app that starts on it runs, and its files. */
export function copyDemo(dataDir: string): void {
  const folder = process.env.TEST_DEMO
  if (!folder) throw new Error("TEST_DEMO is set by start-server.ts.")
  const passing = /\.(lock|starter)$/
  fs.cpSync(folder, dataDir, { recursive: true, filter: (file) => !passing.test(path.basename(file)) })
}
