import { afterEach, expect, test, vi } from "vitest"
import { LineLimit } from "../../server/line-limit.ts"
import { logError, quietConsole } from "../../server/log.ts"

const said = { error: console.error, warn: console.warn }
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(console, said)
})

test("a fault that a visitor repeats is a line a minute, and the next line says how many there were", () => {
  let now = 0
  const limit = new LineLimit(() => now)
  const said = Array.from({ length: 1000 }, () => limit.pass("a form failed"))
  expect(said.filter((passed) => passed !== null)).toEqual([0])
  expect(limit.pass("another fault")).toBe(0)
  now = 59_999
  expect(limit.pass("a form failed")).toBe(null)
  now = 60_000
  expect(limit.pass("a form failed")).toBe(1000)
  expect(limit.pass("a form failed")).toBe(null)
  now = 120_000
  expect(limit.pass("a form failed")).toBe(1)
})

test("faults of a million kinds are a few hundred lines and a few hundred counters", () => {
  let now = 0
  const limit = new LineLimit(() => now)
  let lines = 0
  for (let n = 0; n < 100_000; n++) if (limit.pass(`kind ${n}`) !== null) lines++
  expect(lines).toBeLessThanOrEqual(201)
  now = 60_000
  expect(limit.pass("kind 5")).toBe(0)
  expect(limit.pass("other")).toBeGreaterThan(99_000)
})

test("one place in the code is one kind of fault, whatever words a visitor gave it, and others are still told", () => {
  const lines: { error: string; suppressed?: number }[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0)
  const fault = (words: string) => new Error(`An id was ${words}`)
  for (let n = 0; n < 500; n++) logError("form failed", fault(`number ${n}`), "/posts/a")
  quietConsole()
  for (let n = 0; n < 500; n++) console.warn(fault(`word ${n}`))
  logError("form failed", new TypeError("of another place"), "/posts/a")
  expect(lines.map(({ error }) => error.split(" at ")[0])).toEqual([
    "Error: An id was number 0",
    "Error: An id was word 0",
    "TypeError: of another place",
  ])
})

test("a full disk is told beside a wrong value, though both come out of the same line of a library", () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  for (const code of ["22P02", "53100", "22P02", "53100"]) {
    const cause = Object.assign(new Error("the database says no"), { code })
    const error = new Error("Failed query", { cause })
    error.stack = "Error: Failed query\n    at query (/app/node_modules/driver/query.js:1:1)"
    logError("request failed", error)
  }
  expect(lines).toHaveLength(2)
})
