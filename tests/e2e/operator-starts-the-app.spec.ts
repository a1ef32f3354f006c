import { spawn } from "node:child_process"
import net from "node:net"
import path from "node:path"
import { freePort } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

const wrong: { what: string; env: Record<string, string>; says: RegExp }[] = [
  { what: "a port that is no number", env: { PORT: "eighty" }, says: /PORT/ },
  { what: "an address without http", env: { SITE_URL: "news.example" }, says: /SITE_URL/ },
  { what: "a short secret", env: { AUTH_SECRET: "short" }, says: /AUTH_SECRET/ },
  { what: "another kind of database", env: { DATABASE_URL: "mysql://localhost/news" }, says: /DATABASE_URL/ },
  {
    what: "a database that does not answer",
    env: { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" },
    says: /database/i,
  },
]

for (const { what, env, says } of wrong) {
  test(`${what} stops the start with one sentence`, async () => {
    const { code, said } = await start({ PORT: String(await freePort()), ...env })
    expect(code).toBe(1)
    expect(said).toMatch(says)
    expect(said.trim().split("\n")).toHaveLength(1)
  })
}

test("a port in use stops the start with one sentence", async () => {
  const taken = net.createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => taken.once("listening", resolve))
  const address = taken.address()
  const port = typeof address === "object" && address ? address.port : 0
  const { code, said } = await start({ PORT: String(port) })
  taken.close()
  expect(code).toBe(1)
  expect(said).toContain(String(port))
  expect(said.trim().split("\n")).toHaveLength(1)
})

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { DATABASE_URL: _, SITE_URL: __, ...rest } = process.env
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["server/start.mjs"], {
      cwd: path.join(import.meta.dirname, "../.."),
      env: { ...rest, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let said = ""
    child.stdout.on("data", (chunk) => {
      said += chunk
    })
    child.stderr.on("data", (chunk) => {
      said += chunk
    })
    child.on("exit", (code) => resolve({ code, said }))
  })
}

test("to stop npm is to stop the app", async () => {
  const port = await freePort()
  const { SITE_URL: _, ...rest } = process.env
  const npm = spawn("npm", ["start"], {
    cwd: path.join(import.meta.dirname, "../.."),
    env: { ...rest, NODE_ENV: "production", PORT: String(port) },
    stdio: "ignore",
  })
  const healthz = () => fetch(`http://localhost:${port}/healthz`)
  await until("an answer", async () => (await healthz().catch(() => null))?.status === 200)
  npm.kill("SIGTERM")
  await until("no answer any more", async () => (await healthz().catch(() => null)) === null)
})
