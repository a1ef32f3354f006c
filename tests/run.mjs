// `npm test`: everything that must hold before a change lands. `npm run check`: the part of it that needs neither a
// database nor a browser, without what is slow in it. Plain Node, since it is also the first thing that runs on a fresh clone.
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { readArguments } from "../server/boot/arguments.mjs"
import { giveUp, prepare } from "../server/boot/prepare.mjs"

const root = path.join(import.meta.dirname, "..")
const results = path.join(root, ".cache", "test-results")
const [script = "test", ...args] = process.argv.slice(2)
const quick = script === "check"
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

try {
  readArguments(script, args)
} catch (error) {
  giveUp(error)
}
fs.rmSync(results, { recursive: true, force: true })
fs.mkdirSync(results, { recursive: true })
process.env.NEXT_TELEMETRY_DISABLED = "1"
if (quick) process.env.TESTS = "quick"

await prepare({ pages: false }).catch(giveUp)
// It colours each letter by itself, which nobody can read in a log.
const colours = process.stdout.isTTY ? [] : ["--colors=off"]
await one("Format and lint", ["biome", "ci", "--error-on-warnings", ...colours])
await one("Route types", ["next", "typegen"])
await one("Types", ["tsc", "--noEmit"])
await many(quick ? "Unit tests" : "Unit and database tests", vitest(), "vitest.json", (report) => ({
  passed: report.numPassedTests,
  // A file that does not load has no failed test of its own.
  failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
  skipped: report.numPendingTests + report.numTodoTests,
  failures: report.testResults.flatMap(failedInFile),
}))
if (!quick) {
  await prepare().catch(giveUp)
  await many(
    "Browser tests",
    ["playwright", "test", "--config", "tests/playwright.config.ts"],
    "playwright.json",
    ({ stats, suites }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: suites.flatMap(failedInSuite),
    }),
  )
}

// Once more at the end, for whoever has only the last lines of a long run.
if (failures.length > 0) console.log(`\n── What failed\n${failures.slice(0, 100).join("\n")}\n`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ""
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 ? 0 : 1)

function vitest() {
  const file = path.join(results, "vitest.json")
  return [
    "vitest",
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]
}

/** A tool with one verdict counts as one test. */
async function one(title, command) {
  const code = await run(title, command)
  total[code === 0 ? "passed" : "failed"] += 1
  if (code !== 0) failures.push(title)
}

/** A test runner counts by its own report; without a report, its failure counts as one. */
async function many(title, command, file, count) {
  const code = await run(title, command)
  const counted = read(path.join(results, file), count) ?? { passed: 0, failed: 1, skipped: 0, failures: [] }
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (counted.failed > 0 && counted.failures.length === 0)
    counted.failures.push(`${title}: ended with ${code}`)
  failures.push(...counted.failures)
}

/** The failed tests of a file in Vitest's report, each in a line; a file that does not load is one. */
function failedInFile({ name, status, message, assertionResults }) {
  const file = path.relative(root, name)
  const failed = assertionResults.filter((test) => test.status === "failed")
  if (status === "failed" && failed.length === 0) return [`${file}: ${firstLine(message)}`]
  return failed.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
}

/** The same of Playwright's report, where suites nest. */
function failedInSuite({ file, specs = [], suites = [] }) {
  const failed = specs.filter((spec) => !spec.ok)
  return [
    ...failed.map((spec) => `${file}:${spec.line} › ${spec.title}${reason(spec)}`),
    ...suites.flatMap(failedInSuite),
  ]
}

/** What Playwright says of the first error, without its colours and the long values that follow. */
function reason({ tests }) {
  const message = tests.flatMap((test) => test.results).find((result) => result.error)?.error.message ?? ""
  const lines = stripVTControlCharacters(message).split("\n").slice(0, 30)
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join("")
}

function firstLine(text) {
  return String(text ?? "").split("\n", 1)[0]
}

function read(file, count) {
  try {
    return count(JSON.parse(fs.readFileSync(file, "utf8")))
  } catch {
    return null
  }
}

function run(title, [name, ...args]) {
  console.log(`\n── ${title}`)
  const bin = path.join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name)
  return new Promise((resolve) => {
    const child = spawn(bin, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
    child.on("error", () => resolve(1))
    child.on("close", (code) => resolve(code ?? 1))
  })
}
