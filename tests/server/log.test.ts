import { sql } from "drizzle-orm"
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
