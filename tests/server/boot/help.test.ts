import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, expect, test } from "vitest"
import packageJson from "../../../package.json" with { type: "json" }

const root = path.join(import.meta.dirname, "../../..")
const clone = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-clone-"))

// A fresh clone, as far as a command reads before it knows what it is asked: nothing is installed.
for (const name of [
  "server",
  "tests/run.mjs",
  "tests/bench",
  "package.json",
  "package-lock.json",
  ".env.example",
])
  fs.cpSync(path.join(root, name), path.join(clone, name), { recursive: true })
const files = list()

afterAll(() => fs.rmSync(clone, { recursive: true }))

/** The scripts that run our own files; `db:generate` is a tool's. */
const scripts = Object.entries(packageJson.scripts).filter(([, command]) => command.startsWith("node "))

test("every script says how it is used, and touches nothing", async () => {
  for (const flag of ["--help", "-h"]) {
    const answers = await Promise.all(
      scripts.map(async ([name, command]) => ({ name, ...(await run(command, flag)) })),
    )
    for (const { name, code, out, errors } of answers) {
      expect([code, errors], name).toEqual([0, ""])
      const written = name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`
      expect(out.startsWith(written), out).toBe(true)
    }
  }
  expect(list()).toEqual(files)
})

test("the usage of the start names every variable", async () => {
  const { out } = await run(packageJson.scripts.start, "--help")
  const text = fs.readFileSync(path.join(root, ".env.example"), "utf8")
  for (const [, name] of text.matchAll(/^# (\w+)=/gm)) expect(out).toContain(`  ${name}=`)
})

test("an argument that a script does not take is one sentence, and touches nothing", async () => {
  const wrong = [...scripts, ...scripts].map(([name, command], n) => {
    return { name, command, args: n < scripts.length ? ["--prot=80"] : ["one", "two", "three", "four"] }
  })
  for (const { name, code, out, errors } of await Promise.all(
    wrong.map(async ({ name, command, args }) => ({ name, ...(await run(command, ...args)) })),
  )) {
    expect([code, out], name).toEqual([1, ""])
    expect(errors, name).toMatch(/^`npm [^\n]+ takes no argument "[^\n]+--help` shows how it is used\.\n$/)
  }
  expect(list()).toEqual(files)
})

function run(
  command: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; errors: string }> {
  const [, ...words] = command.split(" ")
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...words, ...args], {
      cwd: clone,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let [out, errors] = ["", ""]
    child.stdout.on("data", (chunk) => {
      out += chunk
    })
    child.stderr.on("data", (chunk) => {
      errors += chunk
    })
    child.on("close", (code) => resolve({ code, out, errors }))
  })
}

function list(): string[] {
  return fs.readdirSync(clone, { recursive: true, encoding: "utf8" }).sort()
}
