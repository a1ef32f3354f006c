import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "..")

/** Where time is measured, where things are waited for, and what sends requests at the pace of people. */
const clocks = /^tests\/(bench\/|support\/(until|crowds)\.ts$)/

const kinds = {
  "reads a clock to the millisecond": /performance\.now|hrtime|cpuUsage/,
  "compares two readings of the clock": /Date\.now\(\) - (?!\w*(day|hour|minute)s?\b)[a-z]\w*[,);]/i,
  "sleeps a fixed time": /(?<!["'.])\bsetTimeout\b(?!:)|waitForTimeout|\bsleep\(/,
  "has a limit of its own": /\btimeout: ?\d|\.setTimeout\(|^\}, ?[\d_]+\)$/,
  "gives up after a second": /\bvi\.wait(For|Until)\b/,
  "is tried again when it failed": /\bretr(y|ies): ?[1-9]/,
}

test.each(Object.entries(kinds))("on a machine as slow as may be, no promise %s", (_, pattern) => {
  const found = files().flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

function files(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "tests"], {
    cwd: root,
    encoding: "utf8",
  })
  return listed
    .split("\n")
    .filter(
      (file) => /\.(test|spec)\.tsx?$|^tests\/(support|server|lib)\/.*\.ts$/.test(file) && !clocks.test(file),
    )
    .filter((file) => file !== "tests/promises.test.ts" && fs.existsSync(path.join(root, file)))
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), "utf8")
}
