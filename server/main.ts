import { existsSync, readFileSync } from "node:fs"
import type { Server } from "node:http"
import path from "node:path"
import next from "next"
import { closeDatabase, database } from "../db/client.ts"
import { type Env, EnvError, parseEnv } from "../lib/env.ts"
import { withPieces } from "../lib/page-pieces.ts"
import { openDatabase } from "./database.ts"
import { takePort } from "./door.ts"
import { type DoorThread, startDoorThread } from "./door-thread.ts"
import { openHouse } from "./house.ts"
import { logError, quietConsole } from "./log.ts"
import { whenParentIsGone } from "./parent.ts"
import { step } from "./progress.mjs"
import type { Handler } from "./render.ts"
import { actionKey, keptSecret } from "./secret.mjs"
import { Trouble } from "./trouble.mjs"
import { startWorkers } from "./workers.ts"

/** How long running requests may take to end when we are told to stop. */
const patience = 20_000

/**
 * Reads the environment, and puts what follows from it where the rest of the app looks.
 * @throws {Trouble} naming the variable that is wrong
 */
export function readSettings(): Env {
  try {
    const env = parseEnv(process.env)
    env.DATA_DIR = path.resolve(env.DATA_DIR)
    if (env.RATE_LIMITS === "off" && !/^(localhost|127\.|::1$)/.test(env.HOST)) {
      throw new Trouble(
        "RATE_LIMITS=off is for load tests: it needs a HOST that only this machine reaches, as 127.0.0.1.",
      )
    }
    process.env.DATA_DIR = env.DATA_DIR
    process.env.AUTH_SECRET = env.AUTH_SECRET ?? keptSecret(env.DATA_DIR)
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKey(process.env.AUTH_SECRET)
    return env
  } catch (error) {
    if (error instanceof EnvError) throw new Trouble(error.message)
    throw error
  }
}

type Entrance = DoorThread & { httpServer?: Server }

/** Takes the port, and with it settles the address. */
export async function openDoor(env: Env, { dev }: { dev: boolean }): Promise<Entrance> {
  const door = await (dev ? developmentDoor : startDoorThread)(env.HOST, env.PORT)
  if (env.PORT === 0) {
    env.PORT = door.port
    if (!process.env.SITE_URL) env.SITE_URL = `http://localhost:${door.port}`
  }
  process.env.PORT = String(env.PORT)
  process.env.SITE_URL = env.SITE_URL
  return door
}

/** In this very thread: hot reload speaks to the browser through the door's own server. */
async function developmentDoor(host: string, port: number): Promise<Entrance> {
  const door = await takePort(host, port)
  let house: { stop(): Promise<void> } | undefined
  return {
    port: door.port,
    httpServer: door.server,
    async open(next, checks, opening) {
      house = await openHouse(door, next, checks, opening)
    },
    async close(patience) {
      // Whoever develops has pages open whose lines would not end by themselves.
      await door.close(Math.min(patience, 1000))
      await house?.stop()
    },
  }
}

/** Serves until it is told to stop. */
export async function serve(env: Env, door: Entrance, { dev }: { dev: boolean }): Promise<void> {
  // Next calls itself by this address, whatever a request says (CVE-2024-34351).
  process.env.__NEXT_PRIVATE_ORIGIN = `http://127.0.0.1:${door.port}`
  if (!dev) {
    process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = builtConfig()
    // How long Next took to read its settings is nobody's news.
    console.log = () => {}
  }
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: "localhost",
    port: door.port,
    httpServer: door.httpServer,
  })
  const preparing = app.prepare()
  preparing.catch(() => {})
  const base = isNew(env)
    ? await step("Making the database", () => openDatabase(env))
    : await openDatabase(env)
  const stops: (() => Promise<unknown>)[] = [base.close, closeDatabase]
  stopOnSignal(door, stops)

  const welcome = await fill(env)
  await preparing
  const workers = await startWorkers()
  stops.push(() => app.close(), workers.stop)
  if (!dev) quietConsole()
  const handler = app.getRequestHandler()
  const pages: Handler = (req, res) =>
    withPieces(
      (forget) => res.once("close", forget),
      () => handler(req, res),
    )
  const checks = { alive: async () => true, ready: () => database().execute("select 1") }
  await door.open(pages, checks, {
    siteUrl: env.SITE_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    databaseUrl: base.url,
    dev,
  })
  announce(env, welcome)
}

/**
 * next.config.ts as the build resolved it. Without it Next compiles the file again at each start, with a compiler
 * that then stays in memory; its own standalone server is started like this.
 */
function builtConfig(): string {
  const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"))
  return JSON.stringify(config)
}

/** Runs one command on the database, and answers its exit code. */
export async function runCommand(env: Env, name: string, args: string[]): Promise<number> {
  const base = await openDatabase(env)
  try {
    if (name === "seed") {
      const { seed } = await import("./seed.ts")
      const { seeded, demoPassword } = await seed()
      console.log(
        seeded ? "The demo publication is in." : "The database is not empty, so nothing was changed.",
      )
      if (demoPassword) console.log(`All demo staff sign in with the password ${demoPassword}`)
    }
    if (name === "staff") {
      const { staffCommand } = await import("../lib/auth/cli.ts")
      return await staffCommand(args)
    }
    if (name === "verify-log") {
      const { verifyLogCommand } = await import("../lib/log/cli.ts")
      return await verifyLogCommand(args)
    }
    return 0
  } finally {
    await closeDatabase()
    await base.close()
  }
}

/** Puts the demo publication into an empty database, or asks for the first person; answers what to say about it. */
async function fill(env: Env): Promise<string[]> {
  const signIn = `${env.SITE_URL}/sign-in`
  if (env.DEMO === "off") {
    const { firstAdminLink } = await import("../lib/auth/setup.ts")
    const link = await firstAdminLink()
    return link
      ? [`Nobody works here yet. Whoever opens this link becomes admin: ${link}`]
      : [`Sign in at ${signIn}`]
  }
  const { seed } = await import("./seed.ts")
  const { seeded, demoPassword } = await seed()
  if (!seeded) return [`Sign in at ${signIn}`]
  return [
    `Sign in at ${signIn} as admin@example.org, editor@example.org, moderator@example.org or writer@example.org`,
    demoPassword ? `with the password ${demoPassword} (shown only now)` : "with your DEMO_PASSWORD",
  ]
}

function isNew(env: Env): boolean {
  return !env.DATABASE_URL && !existsSync(path.join(env.DATA_DIR, "postgres"))
}

function announce(env: Env, welcome: string[]): void {
  const lines = [`Masthead is at ${env.SITE_URL}`, ...welcome]
  if (env.RATE_LIMITS === "off")
    lines.push("RATE_LIMITS=off: nobody is ever told to slow down. Not for the public.")
  process.stdout.write(`${lines.join("\n")}\n`)
}

function stopOnSignal(door: Entrance, stops: (() => Promise<unknown>)[]): void {
  let told = false
  const stop = async () => {
    // Told twice, someone is in a hurry. The database keeps what it has answered, and is adopted next time.
    if (told) process.exit(1)
    told = true
    for (const end of [() => door.close(patience), ...stops.reverse()])
      await end().catch((error) => logError("stopping", error))
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)
  whenParentIsGone(() => {
    if (!told) void stop()
  })
}
