import fs from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { alive } from "../lock.mjs"
import { clusterUrl } from "./cluster-files.ts"
import { type Postmaster, readPostmaster } from "./postmaster.ts"

/** The address of the server that runs on this folder, when there is one that knows our password. */
export async function adopt(dir: string): Promise<string | null> {
  for (;;) {
    const running = readPostmaster(dir)
    if (!running || !alive(running.pid)) return null
    if (running.ready) return (await isThatOne(dir, running)) ? clusterUrl(dir, running.port) : null
    // It recovers from a crash, or shuts down.
    if (!running.isPostgres) return null
    await sleep(100)
  }
}

/** After a crash the port may be anybody's, so ask who answers there. */
async function isThatOne(dir: string, running: Postmaster): Promise<boolean> {
  try {
    const [row] = await ask(clusterUrl(dir, running.port), "select current_setting('data_directory') as dir")
    return fs.realpathSync(row?.dir ?? "") === fs.realpathSync(dir)
  } catch {
    return false
  }
}

export async function othersConnected(url: string): Promise<boolean> {
  const others =
    "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
  try {
    return (await ask(url, others)).length > 0
  } catch {
    return false
  }
}

async function ask(url: string, query: string) {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    return await client.unsafe(query)
  } finally {
    await client.end({ timeout: 1 })
  }
}
