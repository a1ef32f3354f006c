import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, expect, test } from "vitest"

const root = path.join(import.meta.dirname, "../../..")
const clone = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-rebuild-"))

// What decides whether there is something to build, sources of one page, and in place of Next a program that leaves a
// mark for each build: the real one takes minutes.
fs.cpSync(path.join(root, "server"), path.join(clone, "server"), { recursive: true })
write("app/page.tsx", "export default () => <h1>Yesterday</h1>")
write(
  "node_modules/next/dist/bin/next",
  `const fs = require("node:fs")
  if (fs.readFileSync("app/page.tsx", "utf8").includes("mistake")) process.exit(1)
  fs.mkdirSync(".next", { recursive: true })
  fs.appendFileSync(".next/builds", "x")`,
)

afterAll(() => fs.rmSync(clone, { recursive: true }))

test("a start builds the pages when their sources have changed, and says so; when only dates have, it does not", async () => {
  expect(await start()).toEqual({ code: 0, said: "Building …\n", builds: 1 })
  expect(await start()).toEqual({ code: 0, said: "", builds: 1 })
  const page = path.join(clone, "app/page.tsx")
  fs.utimesSync(page, new Date(), new Date())
  expect(await start()).toEqual({ code: 0, said: "", builds: 1 })

  write("app/page.tsx", "export default () => <h1>Today</h1>")
  expect(await start()).toEqual({ code: 0, said: "Building …\n", builds: 2 })
  expect(await start()).toEqual({ code: 0, said: "", builds: 2 })
  write("lib/new.ts", "export const added = 1")
  expect(await start()).toEqual({ code: 0, said: "Building …\n", builds: 3 })
  fs.rmSync(path.join(clone, "lib/new.ts"))
  expect(await start()).toEqual({ code: 0, said: "Building …\n", builds: 4 })
})

test("a build that failed counts as none: the next start says it again, and builds what is mended", async () => {
  write("app/page.tsx", "a mistake")
  const before = fs.readFileSync(path.join(clone, ".next/builds"), "utf8").length
  for (let n = 0; n < 2; n++) {
    const failed = await start()
    expect(failed).toMatchObject({ code: 1, builds: before })
    expect(failed.said).toMatch(/^Building …\n.*The build failed; its own words are above\./s)
  }
  write("app/page.tsx", "export default () => <h1>Mended</h1>")
  expect(await start()).toEqual({ code: 0, said: "Building …\n", builds: before + 1 })
})

function write(name: string, text: string): void {
  const file = path.join(clone, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

/** What a start does about the pages. */
async function start(): Promise<{ code: number | null; said: string; builds: number }> {
  const build = path.join(clone, "server/boot/build.mjs")
  const code = `const { buildPages } = await import(${JSON.stringify(build)})
    await buildPages().catch(({ message }) => { console.error(message); process.exitCode = 1 })`
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { cwd: clone })
  let said = ""
  child.stderr.on("data", (chunk) => (said += chunk))
  const ended = await new Promise<number | null>((resolve) => child.on("close", resolve))
  return { code: ended, said, builds: fs.readFileSync(path.join(clone, ".next/builds"), "utf8").length }
}
