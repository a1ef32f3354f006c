import { spawn } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { EnvError, parseEnv } from "@/lib/env"
import { bucketOf } from "@/lib/media/storage/bucket"
import { prepare } from "../../../server/boot/prepare.mjs"

const root = path.join(import.meta.dirname, "../../..")
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-environment-"))
const file = path.join(folder, "file")
fs.writeFileSync(file, "")
fs.symlinkSync(path.join(folder, "nowhere"), path.join(folder, "dangling"))
fs.symlinkSync(path.join(folder, "circle"), path.join(folder, "circle"))
fs.mkdirSync(path.join(folder, "read-only"), { mode: 0o500 })
fs.mkdirSync(path.join(folder, "secret", "auth-secret"), { recursive: true })

beforeAll(() => prepare({ pages: false }))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const values: [string, string[]][] = [
  ["PORT", ["eighty", "-1", "65536", "3000.5", " ", "0x50", "1e3"]],
  [
    "SITE_URL",
    ["news.example", "ftp://news.example", "https://", "https://news.example/paper", "https://a@b.example"],
  ],
  ["DATA_DIR", [" "]],
  ["DATABASE_URL", ["mysql://localhost/news", "news", "/var/lib/postgresql"]],
  ["SMTP_URL", ["mail.example:25", "http://mail.example"]],
  [
    "MAIL_FROM",
    ["news", "a@example.org, b@example.org", "x <a@example.org> y", "x\n<a@example.org>", "a@exa_mple.org"],
  ],
  ["SECURITY_CONTACT", ["security", "http://news.example/security", "a@b"]],
  ["AUTH_SECRET", ["short"]],
  ["DEMO", ["false", "0", "OFF"]],
  ["DEMO_PASSWORD", ["short", "x".repeat(257)]],
  ["TRUSTED_PROXIES", ["true", "-1", "11", " "]],
  ["RATE_LIMITS", ["no"]],
  ["METRICS_TOKEN", ["short", "sixteen characters, but with spaces"]],
  ["S3_ENDPOINT", ["s3.example.org", "https://s3.example.org/bucket", "ftp://s3.example.org"]],
  ["S3_BUCKET", ["a", "My_Bucket", "../other", "x".repeat(64)]],
  ["S3_REGION", ["EU", "eu central"]],
  ["S3_ACCESS_KEY_ID", [" ", "two words"]],
  ["S3_SECRET_ACCESS_KEY", [" "]],
  [
    "S3_PUBLIC_URL",
    ["pictures.example.org", "https://a@pictures.example.org", "https://pictures.example.org/?x", "data:x"],
  ],
  ["CDN_PURGE_URL", ["cdn.example.org", "ftp://cdn.example.org", "https://token@cdn.example.org/purge"]],
  ["CDN_PURGE_TOKEN", ["two words", "tokén"]],
]

test.each(values.flatMap(([name, wrong]) => wrong.map((value) => [name, value] as const)))(
  "%s=%s is named in one sentence that says what to write",
  (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(EnvError)
    expect(() => parseEnv({ [name]: value })).toThrow(
      new RegExp(`^${name} must [^\\n]+; see .env.example\\.$`),
    )
  },
)

test("the table of wrong values knows every variable", () => {
  const text = fs.readFileSync(path.join(root, ".env.example"), "utf8")
  const known = [...text.matchAll(/^# (\w+)=/gm)].map(([, name]) => name)
  // Any text may be a host; the start says when it is none of this machine's.
  expect([...values.map(([name]) => name), "HOST"].sort()).toEqual(known.sort())
})

const bucket = {
  S3_ENDPOINT: "https://s3.example.org",
  S3_BUCKET: "pictures",
  S3_REGION: "auto",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret",
}

test.each([...Object.keys(bucket), "all but S3_PUBLIC_URL"])(
  "a bucket without %s is refused by name",
  (name) => {
    const given = { ...bucket, S3_PUBLIC_URL: "https://pictures.example.org" }
    const left = Object.entries(given).filter(([one]) => (name in bucket ? one !== name : !(one in bucket)))
    const named = name in bucket ? name : "S3_ENDPOINT"
    expect(() => parseEnv(Object.fromEntries(left))).toThrow(
      new RegExp(`^${named} must be set too: [^\\n]+; see .env.example\\.$`),
    )
  },
)

test("a bucket needs no public address, and a slash at the end of one counts for nothing", () => {
  expect(bucketOf(parseEnv(bucket))).toEqual({
    endpoint: "https://s3.example.org",
    name: "pictures",
    region: "auto",
    accessKeyId: "key",
    secretAccessKey: "secret",
  })
  expect(bucketOf(parseEnv({}))).toBeNull()
  const S3_PUBLIC_URL = "https://pictures.example.org/paper/"
  expect(parseEnv({ ...bucket, S3_PUBLIC_URL }).S3_PUBLIC_URL).toBe("https://pictures.example.org/paper")
})

test("a sender has a name or none, and the site's address no slash at its end", () => {
  const sender = (MAIL_FROM: string) => parseEnv({ MAIL_FROM }).MAIL_FROM
  expect(sender("news@example.org")).toEqual({ name: "", address: "news@example.org" })
  expect(sender("The Corner <news@intranet>")).toEqual({ name: "The Corner", address: "news@intranet" })
  expect(sender('"Corner, The" <news@example.org>').name).toBe("Corner, The")
  expect(parseEnv({}).MAIL_FROM).toEqual({ name: "", address: "news@localhost" })
  expect(parseEnv({ SITE_URL: "https://news.example/" }).SITE_URL).toBe("https://news.example")
  expect(parseEnv({ PORT: "" }).PORT).toBe(3000)
})

const starts: { what: string; env: Record<string, string>; says: RegExp }[] = [
  { what: "a port that is no number", env: { PORT: "eighty" }, says: /^PORT/ },
  {
    what: "another kind of database",
    env: { DATABASE_URL: "mysql://localhost/news" },
    says: /^DATABASE_URL/,
  },
  {
    what: "a database that does not answer",
    env: { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" },
    says: /^The database at 127.0.0.1:9 does not answer/,
  },
  { what: "half a bucket", env: { S3_BUCKET: "pictures" }, says: /^S3_ENDPOINT must be set too/ },
  { what: "a host of another machine", env: { HOST: "192.0.2.1" }, says: /^HOST/ },
  { what: "a folder that is a file", env: { DATA_DIR: file }, says: /^DATA_DIR/ },
  { what: "a folder under a file", env: { DATA_DIR: path.join(file, "a", "b") }, says: /^DATA_DIR/ },
  { what: "a link to nowhere", env: { DATA_DIR: path.join(folder, "dangling") }, says: /^DATA_DIR/ },
  { what: "a link to itself", env: { DATA_DIR: path.join(folder, "circle") }, says: /^DATA_DIR/ },
  { what: "a folder with too long a name", env: { DATA_DIR: `/tmp/${"x".repeat(300)}` }, says: /^DATA_DIR/ },
  {
    what: "a folder too deep for Postgres",
    env: { DATA_DIR: `/tmp/${"x/".repeat(450)}` },
    says: /^DATA_DIR/,
  },
  { what: "a secret that is a folder", env: { DATA_DIR: path.join(folder, "secret") }, says: /^DATA_DIR/ },
  { what: "a folder that may not be written to", env: { DATA_DIR: forbidden() }, says: /^DATA_DIR/ },
  // Refused with ENOENT on Linux, which Node's recursive mkdir never gives up on.
  { what: "a folder among the processes", env: { DATA_DIR: "/proc/masthead/var" }, says: /^DATA_DIR/ },
]

test.each(starts)("$what stops the start with one sentence", async ({ env, says }) => {
  const { code, said } = await start({ PORT: "0", DATA_DIR: path.join(folder, "var"), ...env })
  expect(code).toBe(1)
  expect(said).toMatch(says)
  expect(said).toMatch(/^[^\n]+\.\n$/)
})

test("a port in use stops the start with one sentence", async () => {
  const taken = net.createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => taken.once("listening", resolve))
  const address = taken.address()
  const port = typeof address === "object" && address ? address.port : 0
  const { code, said } = await start({ PORT: String(port), DATA_DIR: path.join(folder, "var") })
  taken.close()
  expect(code).toBe(1)
  expect(said).toMatch(new RegExp(`^Port ${port} is in use[^\\n]+\\n$`))
})

/** Root may write to every folder but those of the kernel. */
function forbidden(): string {
  return process.getuid?.() === 0 ? "/sys/masthead" : path.join(folder, "read-only")
}

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { DATABASE_URL: _, SITE_URL: __, AUTH_SECRET: ___, ...rest } = process.env
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["server/boot/start.mjs"], {
      cwd: root,
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
    child.on("close", (code) => resolve({ code, said }))
  })
}
