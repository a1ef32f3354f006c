import { type ChildProcess, spawn } from "node:child_process"
import net from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { StartupError } from "../startup-error.mjs"
import type { Identity } from "./ordinary-user.ts"
import { removeStalePidFile } from "./postmaster.ts"
import { spawnOptions } from "./spawn-options.ts"

/** `sync: false` trades safety on power loss for speed, for tests only; `port` to come back where clients expect it. */
export type LaunchOptions = { sync?: boolean; port?: number }

/** Starts Postgres on a folder, on a free port unless one is given. */
export async function launch(
  dir: string,
  program: string,
  user: Identity,
  options: LaunchOptions,
): Promise<{ child: ChildProcess; port: number }> {
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

async function tryLaunch(dir: string, program: string, user: Identity, port: number, options: LaunchOptions) {
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const at = server.address()
      server.close(() => resolve(typeof at === "object" && at ? at.port : 0))
    })
  })
}
