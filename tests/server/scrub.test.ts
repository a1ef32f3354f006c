import { afterEach, expect, test, vi } from "vitest"
import { logError } from "../../server/log.ts"
import { scrub } from "../../server/scrub.ts"

afterEach(() => vi.restoreAllMocks())

test.each([
  ["an address", "Mail to quiet.person@example.com waits", "Mail to …@… waits"],
  ["an address behind a name", "to=quiet+x@example.com, sent", "to=…@…, sent"],
  ["a network", "from 198.51.100.7 and 2001:db8:1:2:3:4:5:6", "from … and …"],
  ["a query", "GET /search?q=secret&x=1 failed", "GET /search?… failed"],
  ["a question", "Who? What??", "Who? What??"],
  ["a token", `/comments/${"a".repeat(40)} failed`, "/comments/… failed"],
  ["a key", "Key (email)=(quiet) already exists", "Key … already exists"],
  ["a key that is cut off", "Key (email)=(quiet", "Key … "],
  [
    "a value",
    'invalid input syntax for type integer: "quiet " words" [7]',
    "invalid input syntax for type integer: … [7]",
  ],
  [
    "a value that is cut off",
    'invalid input value for enum mode: "quiet words',
    "invalid input value for enum mode: …",
  ],
  ["a query's values", "failed\nparams: quiet,words", "failed\nparams: …"],
])("no line of the log holds %s", (_, text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed)
})

test("of a megabyte that somebody sends, the patterns see four thousand letters", () => {
  const seen: number[] = []
  const replace = String.prototype.replace
  vi.spyOn(String.prototype, "replace").mockImplementation(function (this: string, ...args) {
    seen.push(this.length)
    return replace.apply(this, args as Parameters<typeof replace>)
  })
  vi.spyOn(process.stderr, "write").mockReturnValue(true)
  for (const word of [
    "a",
    "?",
    "Key (a)=(",
    'invalid input value for x: "',
    "1.1.1.",
    "a:",
    "a@",
    "params ",
  ]) {
    const text = word.repeat(1_000_000 / word.length)
    scrub(text)
    logError(word, new Error(text, { cause: new Error(text) }))
  }
  expect(seen.length).toBeGreaterThan(100)
  expect(Math.max(...seen)).toBeLessThanOrEqual(4200)
})

test("an error that is its own cause is told", () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const error = new Error("round")
  error.cause = error
  logError("went round", error)
  expect(lines).toHaveLength(1)
})
