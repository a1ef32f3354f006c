import { type SQL, sql } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { database } from "../../db/client.ts"
import { logError, quietConsole } from "../../server/log.ts"
import { scrub } from "../../server/scrub.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()
const said = { error: console.error, warn: console.warn }
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(console, said)
})

const person = "quiet.person@example.com"
const network = "198.51.100.7"
const words = "what nobody but the moderators shall read"

/** A query that fails, whose error names the values it was given. */
async function failedQuery(): Promise<unknown> {
  return database()
    .execute(sql`select ${`${words}, ${person} from ${network}`}::integer`)
    .catch((error: unknown) => error)
}

test("a failed query leaves no reader's address and no words in the log, whoever writes the line", async () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const error = await failedQuery()
  expect(String(error)).toContain(person)

  logError("request failed", error, `/comments/12-abcdefghijklmnopqrstuv?from=${person}`)
  quietConsole()
  console.error("A page failed:", error)
  console.error(`Mail to ${person} waits, sent from ${network}`)

  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(line).not.toContain("quiet.person")
    expect(line).not.toContain(network)
    expect(line).not.toContain(words)
    expect(line).not.toContain("abcdefghijklmnopqrstuv")
  }
})

test("what is left of a line still says what went wrong", () => {
  expect(scrub(`duplicate key value: Key (email)=(${person}) already exists`)).toContain(
    "duplicate key value",
  )
})

test("a fault that visitors cause never hides another of the same place", async () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const fail = (query: SQL) =>
    database()
      .execute(query)
      .catch((error: unknown) => error)
  const queries = [
    sql`select ${"no number"}::integer`,
    sql`select ${"no number either"}::integer`,
    sql`do $$ begin raise exception 'disk full' using errcode = '53100'; end $$`,
  ]
  for (const query of queries) logError("page failed", await fail(query))
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain("disk full")
})

test("failures of one library are told apart by where our code called it", () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const inLibrary = (caller: string) =>
    withStack(`at query (/app/node_modules/drizzle-orm/session.js:41:15)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async ${caller}`)
  logError("called", inLibrary("readStory (/app/lib/posts/read.ts:9:3)"))
  logError("called", inLibrary("readStory (/app/lib/posts/read.ts:9:3)"))
  logError("called", inLibrary("readQueue (/app/lib/comments/queue.ts:7:3)"))
  expect(lines).toHaveLength(2)
})

test("words that look like a stack make no new kinds of fault and are scrubbed", () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  for (let n = 0; n < 50; n++) logError("posed", new Error(`bad id\n    at ${person} (/app/${n}.ts:1:1)`))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain("quiet.person")
})

function withStack(frames: string): Error {
  const error = new Error("failed")
  error.stack = `Error: failed\n    ${frames}`
  return error
}
