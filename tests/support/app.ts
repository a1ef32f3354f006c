import { type ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { until } from "./until.ts"

const root = path.join(import.meta.dirname, "../..")

/** What `npm start` gives to Node. */
const [, ...command] = JSON.parse(
  fs.readFileSync(path.join(root, "package.json"), "utf8"),
).scripts.start.split(" ")

export const secretForTests = "a secret for tests, of more than thirty-two characters"
export const demoPassword = "a password for the demo staff"

/** A running Masthead, started with the command people use. */
export type App = {
  url: string
  process: ChildProcess
  /** What it has said so far. */
  output: () => string
  /** SIGTERM, then waits for its end and answers the exit code. */
  stop: () => Promise<number | null>
  /** SIGKILL: no farewell. */
  kill: () => Promise<void>
}

/**
 * Starts the app on a free port and waits until its first answer. One proxy hop is believed, so that each
 * test can come from a network of its own.
 */
export async function startApp(env: Record<string, string>, flags: string[] = []): Promise<App> {
  const port = env.PORT ?? String(await freePort())
  const url = `http://localhost:${port}`
  let output = ""
  const child = spawn(process.execPath, [...flags, ...command], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...withoutOurs(process.env),
      NODE_ENV: "production",
      PORT: port,
      SITE_URL: url,
      AUTH_SECRET: secretForTests,
      DEMO_PASSWORD: demoPassword,
      TRUSTED_PROXIES: "1",
      ...env,
    },
  })
  child.stdout.on("data", (chunk) => {
    output += chunk
  })
  child.stderr.on("data", (chunk) => {
    output += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  await Promise.race([
    answers(`${url}/readyz`),
    ended.then((code) => {
      throw new Error(`The app ended with ${code} before it answered:\n${output}`)
    }),
  ])
  return {
    url,
    process: child,
    output: () => output,
    stop: () => {
      child.kill("SIGTERM")
      return ended
    },
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
}

/** Test runners mark their environment; the app must see what a person's shell has. */
function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(TEST_|VITEST|PLAYWRIGHT|SITE_URL$|PORT$|TSX_)/.test(name),
  )
  return Object.fromEntries(kept)
}

async function answers(url: string): Promise<void> {
  await until(`an answer of ${url}`, async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
    return response?.status === 200
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}
