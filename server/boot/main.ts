import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import next from "next"
import { closeDatabase, database } from "../../db/client.ts"
import { rememberSite } from "../../db/site.ts"
import type { Env } from "../../lib/env.ts"
import { overdueLines } from "../../lib/jobs/messages.ts"
import { findOverdue } from "../../lib/jobs/overdue.ts"
import { bucketOf } from "../../lib/media/storage/bucket.ts"
import type { EdgeThread } from "../edge/edge-thread.ts"
import { threadMetrics } from "../edge/metrics.ts"
import { answerUpstream } from "../edge/upstream-server.ts"
import { listenOnSocket } from "../edge/upstream-socket.ts"
import { quietConsole } from "../log.ts"
import { openDatabase } from "../postgres/database.ts"
import { step } from "./progress.mjs"
import { stopOnSignal } from "./stop.ts"
import { startWorkers } from "./workers.ts"

export { checkDatabase } from "../postgres/database.ts"
export { startEdge } from "./start-edge.ts"

/** Serves until it is told to stop. */
export async function serve(env: Env, edge: EdgeThread, { dev }: { dev: boolean }): Promise<void> {
  // Next calls itself by this address, whatever a request says (CVE-2024-34351).
  process.env.__NEXT_PRIVATE_ORIGIN = `http://127.0.0.1:${edge.port}`
  if (!dev) {
    process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = builtConfig()
    // Silence Next's startup log.
    console.log = () => {}
  }
  const upstream = await listenOnSocket()
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: "localhost",
    port: edge.port,
    httpServer: upstream.server,
  })
  const preparing = app.prepare()
  preparing.catch(() => {})
  const base = isNew(env)
    ? await step("Making the database", () => openDatabase(env))
    : await openDatabase(env)
  const stops: (() => Promise<unknown>)[] = [base.close, closeDatabase, upstream.close]
  stopOnSignal(edge, stops)

  await rememberSite(database(), env.SITE_URL)
  const welcome = await fill(env)
  await preparing
  const workers = await startWorkers()
  stops.push(() => app.close(), workers.stop)
  if (!dev) quietConsole()
  answerUpstream(upstream, app.getRequestHandler(), {
    ready: tellReady,
    metrics: threadMetrics("app"),
    changed: edge.changed,
  })
  await edge.open({
    siteUrl: env.SITE_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    metricsToken: env.METRICS_TOKEN,
    databaseUrl: base.url,
    socketPath: upstream.socketPath,
    media: {
      folder: path.resolve(env.DATA_DIR, "media"),
      bucket: bucketOf(env),
      publicUrl: env.S3_PUBLIC_URL,
    },
    dev,
  })
  announce(env, base.gap ? [...welcome, base.gap] : welcome)
}

/** Whether the database answers is one question; what else is late must not make an instance unready. */
async function tellReady(): Promise<string[]> {
  await database().execute("select 1")
  const overdue = findOverdue().catch(() => [])
  return overdueLines(await Promise.race([overdue, pause(500, [], { ref: false })]))
}

/**
 * next.config.ts as the build resolved it. Without it Next compiles the file again at each start, with a compiler
 * that then stays in memory; its own standalone server is started like this.
 */
function builtConfig(): string {
  const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"))
  return JSON.stringify(config)
}

/** Puts the demo publication into an empty database, or asks for the first person; answers what to say about it. */
async function fill(env: Env): Promise<string[]> {
  const signIn = `${env.SITE_URL}/sign-in`
  const again = [
    `Sign in at ${signIn}`,
    "Forgotten a password? `npm run staff -- reset EMAIL`, in the same environment, prints a link to choose a new one.",
  ]
  if (env.DEMO === "off") {
    const { firstAdminLink } = await import("../../lib/staff/setup.ts")
    const link = await firstAdminLink()
    return link ? [`Nobody works here yet. Whoever opens this link becomes admin: ${link}`] : again
  }
  const { seed } = await import("./seed.ts")
  const { seeded, demoPassword } = await seed()
  if (!seeded) return again
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
