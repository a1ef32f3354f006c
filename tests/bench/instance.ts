import fs from "node:fs"
import path from "node:path"
import { type App, startApp } from "../support/app.ts"
import { postmasterOf } from "./processes.ts"

export type Instance = {
  app: App
  dataDir: string
  env: Record<string, string>
  postmaster: number
  /** Stops the app, which takes its database along. */
  stop: () => Promise<void>
  /** Stops what still runs and deletes its data. */
  remove: () => Promise<void>
}

const shelf = path.join(import.meta.dirname, "../../.cache/bench")

/** A Masthead with its own data, port and database; its limits are off, since all load comes from one machine. */
export async function startInstance({ name = "", flags = [] as string[] } = {}): Promise<Instance> {
  const dataDir = path.join(shelf, `${process.pid}${name}`)
  fs.mkdirSync(dataDir, { recursive: true })
  const env = { DATA_DIR: dataDir, RATE_LIMITS: "off", DATABASE_URL: "", SMTP_URL: "" }
  const app = await startApp(env, flags).catch((error: unknown) => {
    fs.rmSync(dataDir, { recursive: true, force: true })
    throw error
  })
  let running = true
  const stop = async () => {
    if (running) await app.stop()
    running = false
  }
  const remove = async () => {
    await stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void remove().finally(() => process.exit(1)))
  }
  try {
    const { pid, port } = postmasterOf(dataDir)
    // What the factories and the checks of this process work on.
    process.env.DATABASE_URL = addressOf(dataDir, port)
    return { app, dataDir, env, postmaster: pid, stop, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

function addressOf(dataDir: string, port: number): string {
  const password = fs.readFileSync(path.join(dataDir, "postgres", "masthead-password"), "utf8").trim()
  return `postgres://masthead:${password}@127.0.0.1:${port}/postgres`
}
