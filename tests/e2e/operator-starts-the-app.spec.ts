import { spawn } from "node:child_process"
import path from "node:path"
import postgres from "postgres"
import { freePort, startApp } from "../support/app.ts"
import { addressAs, recreateDatabase } from "../support/database.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { until } from "../support/until.ts"

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
