import { spawn } from "node:child_process"
import net from "node:net"
import path from "node:path"
import postgres from "postgres"
import { freePort, startApp } from "../support/app.ts"
import { addressAs, recreateDatabase } from "../support/database.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
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
    const child = spawn(process.execPath, ["server/boot/start.mjs"], {
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

test("a database whose role may make no roles serves, and one line says what could not be had", async () => {
  const name = "news_of_a_plain_owner"
  const url = await recreateDatabase(ownerUrl(), name)
  const server = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  await server.unsafe(`drop role if exists "${name}"`)
  await server.unsafe(`create role "${name}" login password 'of the owner'`)
  await server.unsafe(`alter database "${name}" owner to "${name}"`)
  await server.end()
  const app = await startApp({
    DATABASE_URL: addressAs(url, { name, password: "of the owner" }),
    DATA_DIR: process.env.DATA_DIR ?? "",
  })
  try {
    const lines = app.output().split("\n")
    expect(lines.filter((line) => line.includes("CREATEROLE"))).toEqual([
      expect.stringMatching(`^The app works as "${name}", which owns the tables`),
    ])
    expect((await fetch(app.url)).status).toBe(200)
  } finally {
    expect(await app.stop()).toBe(0)
  }
})

test("to stop npm is to stop the app", async () => {
  const port = await freePort()
  const { SITE_URL: _, ...rest } = process.env
  const npm = spawn("npm", ["start"], {
    cwd: path.join(import.meta.dirname, "../.."),
    env: { ...rest, DATABASE_URL: ownerUrl(), NODE_ENV: "production", PORT: String(port) },
    stdio: "ignore",
  })
  const healthz = () => fetch(`http://localhost:${port}/healthz`)
  await until("an answer", async () => (await healthz().catch(() => null))?.status === 200)
  npm.kill("SIGTERM")
  await until("no answer any more", async () => (await healthz().catch(() => null)) === null)
})
