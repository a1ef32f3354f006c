import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import postgres from "postgres"
import { afterEach, expect, test, vi } from "vitest"
import { alive } from "../../../server/lock.mjs"
import {
  type EmbeddedPostgres,
  keepEmbeddedPostgres,
  leaveEmbeddedPostgres,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from "../../../server/postgres/embedded-postgres.ts"
import { readPostmaster } from "../../../server/postgres/postmaster.ts"
import { until } from "../../support/until.ts"

const folders: string[] = []
const running: EmbeddedPostgres[] = []

function newFolder(): string {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-postgres-"))
  folders.push(base)
  return path.join(base, "postgres")
}

async function start(dir: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres(dir, { sync: false })
  running.push(database)
  return database
}

afterEach(async () => {
  for (const database of running.splice(0)) {
    const pid = readPostmaster(database.dir)?.pid
    if (pid && alive(pid)) process.kill(pid, "SIGQUIT")
    await stopEmbeddedPostgres(database)
    if (pid) await until("the server to end", () => !alive(pid))
  }
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

async function one(url: string): Promise<number | undefined> {
  const client = postgres(url, { max: 1, connect_timeout: 30 })
  try {
    return (await client`select 1 as one`)[0]?.one
  } finally {
    await client.end()
  }
}

test("the password is random, wanted, and readable by its owner only", async () => {
  const first = await start(newFolder())
  const second = await start(newFolder())
  const file = path.join(first.dir, "masthead-password")
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.statSync(first.dir).mode & 0o077).toBe(0)
  expect(new URL(first.url).password).not.toBe(new URL(second.url).password)
  expect(new URL(first.url).password).toBe(fs.readFileSync(file, "utf8"))
  const wrong = new URL(first.url)
  wrong.password = "guess"
  await expect(one(wrong.href)).rejects.toThrow(/password/)
})

test.runIf(process.platform === "linux")(
  "the database's process knows nothing of what stands in the app's environment",
  async () => {
    vi.stubEnv("SMTP_URL", "smtp://user:secret@host")
    vi.stubEnv("DEMO_PASSWORD", "a secret")
    vi.stubEnv("ANYTHING_ELSE", "a secret")
    try {
      const { dir } = await start(newFolder())
      const environment = fs.readFileSync(`/proc/${readPostmaster(dir)?.pid}/environ`, "utf8").split("\0")
      expect(process.env.AUTH_SECRET).toBeTruthy()
      const names = environment.map((line) => line.split("=")[0] ?? "").filter(Boolean)
      // Postgres itself adds those that begin with PG, and those of its allocator are ours.
      expect(
        names.filter((name) => !/^(PATH|TZ|LC_\w+|LD_LIBRARY_PATH|PG\w+|MALLOC_\w+)$/.test(name)),
      ).toEqual([])
    } finally {
      vi.unstubAllEnvs()
    }
  },
)

test("the database listens on this machine only and wants a password of everybody", async () => {
  const { url } = await start(newFolder())
  const client = postgres(url, { max: 1 })
  const [listening] = await client`
    select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets`
  expect(listening).toEqual({ at: "127.0.0.1", sockets: "" })
  const rules = await client`select distinct auth_method from pg_hba_file_rules`
  expect(rules).toEqual([{ auth_method: "scram-sha-256" }])
  await client.end()
})

test("two starts at once share one server", async () => {
  const dir = newFolder()
  const both = await Promise.all([start(dir), start(dir)])
  expect(new Set(both.map(({ url }) => url)).size).toBe(1)
  expect(both.filter(({ owned }) => owned)).toHaveLength(1)
  expect(await one(both[0].url)).toBe(1)
})

test("two processes that start at once share one server", async () => {
  const dir = newFolder()
  const urls = await Promise.all([0, 1].map(() => inAnotherProcess(dir).then(({ url }) => url)))
  expect(urls[0]).toBe(urls[1])
  await start(dir)
  expect(await one(urls[0] ?? "")).toBe(1)
})

test("a server whose app was killed is adopted, with all that was answered, and stopped by its new owner", async () => {
  const dir = newFolder()
  const { url, pid } = await inAnotherProcess(dir)
  const client = postgres(url, { max: 1 })
  await client`create table kept (n int)`
  await client`insert into kept values (1), (2)`
  await client.end()
  process.kill(pid, "SIGKILL")
  await until("the app to end", () => !alive(pid))

  const adopted = await start(dir)
  expect(adopted).toMatchObject({ owned: null, url })
  const again = postgres(url, { max: 1 })
  expect((await again`select count(*)::int as n from kept`)[0]?.n).toBe(2)
  await again.end()
  await leaveEmbeddedPostgres(adopted)
  expect(readPostmaster(dir)).toBeNull()
})

test("a server that others use is left to them", async () => {
  const mine = await start(newFolder())
  const other = postgres(mine.url, { max: 1 })
  await other`select 1`
  await leaveEmbeddedPostgres(mine)
  expect(await one(mine.url)).toBe(1)
  await other.end()
  await leaveEmbeddedPostgres(mine)
  expect(readPostmaster(mine.dir)).toBeNull()
})

test("a server that was killed starts again on what it left behind", async () => {
  const first = await start(newFolder())
  process.kill(readPostmaster(first.dir)?.pid ?? 0, "SIGKILL")
  const second = await start(first.dir)
  expect(second.firstStart).toBe(false)
  expect(await one(second.url)).toBe(1)
})

test("a server that is killed under the app comes back where the app expects it", async () => {
  const database = await start(newFolder())
  const keeper = keepEmbeddedPostgres(database, () => {})
  process.kill(readPostmaster(database.dir)?.pid ?? 0, "SIGKILL")
  await until("the server to answer", async () => (await one(database.url).catch(() => null)) === 1)
  await keeper.stop()
})

test.runIf(process.platform === "linux")(
  "a process number that now belongs to another program stops nobody",
  async () => {
    const first = await start(newFolder())
    await stopEmbeddedPostgres(first)
    const pidFile = [
      process.pid,
      first.dir,
      0,
      new URL(first.url).port,
      "",
      "127.0.0.1",
      "",
      "ready   ",
    ].join("\n")
    fs.writeFileSync(path.join(first.dir, "postmaster.pid"), `${pidFile}\n`)
    const second = await start(first.dir)
    expect(await one(second.url)).toBe(1)
  },
)

test("a first start that was cut short is begun anew", async () => {
  const dir = newFolder()
  fs.mkdirSync(path.join(`${dir}.new`, "base"), { recursive: true })
  fs.writeFileSync(path.join(`${dir}.new`, "PG_VERSION"), "18")
  const database = await start(dir)
  expect(await one(database.url)).toBe(1)
  expect(fs.existsSync(`${dir}.new`)).toBe(false)
})

/** Starts the database from a process of its own, which then stays. */
async function inAnotherProcess(dir: string): Promise<{ url: string; pid: number }> {
  const module = path.join(import.meta.dirname, "../../../server/postgres/embedded-postgres.ts")
  const code = `import(${JSON.stringify(module)}).then(async (m) => {
    const { url } = await m.startEmbeddedPostgres(${JSON.stringify(dir)}, { sync: false })
    console.log(url); setInterval(() => {}, 1e6)
  })`
  const child = spawn(process.execPath, ["--import", "tsx", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(String(line).trim()))
    child.once("exit", () => reject(new Error("it went away")))
  })
  children.push(child)
  return { url, pid: child.pid ?? 0 }
}

const children: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL")
})
