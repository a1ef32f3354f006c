import { sql } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { runLanes } from "@/lib/jobs/run-lanes"
import type { Lane } from "@/lib/jobs/types"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"

withFreshDatabase()

const hour = 3_600_000

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  vi.restoreAllMocks()
})

test("a notification wakes a lane that would sleep for an hour, and one that it does not heed leaves it asleep", async () => {
  let looks = 0
  await run({
    wokenBy: { channel: "tests", filter: (payload) => payload === "yes" },
    runDue: async () => {
      looks++
      return null
    },
  })
  // It looks once by itself, and once when it hears that it can hear.
  await until("the first looks", () => looks >= 1)
  await notify("yes")
  await until("another look", () => looks >= 2)
  const before = looks
  for (let n = 0; n < 20; n++) await notify("no")
  await notify("yes")
  await until("one more look", () => looks > before)
  expect(looks).toBeLessThanOrEqual(before + 2)
})

test("what is notified while a lane is at work is looked for afterwards", async () => {
  let looks = 0
  let goOn = () => {}
  await run({
    wokenBy: { channel: "tests" },
    runDue: async () => {
      looks++
      if (looks === 1) {
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      }
      return null
    },
  })
  await until("the first look", () => looks === 1)
  await notify("yes")
  goOn()
  await until("another look", () => looks >= 2)
})

test("a lane looks again when what it waits for is due", async () => {
  let looks = 0
  await run({ runDue: async () => (++looks < 3 ? 30 : null) })
  await until("three looks", () => looks === 3)
})

test("a lane that fails is reported without addresses, and the others go on", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {})
  let looks = 0
  await run({ name: "broken", runDue: () => Promise.reject(new Error("no word from ana@example.org")) })
  await run({ runDue: async () => (++looks < 3 ? 30 : null) })
  await until("the others", () => looks === 3)
  await until("the report", () => said.mock.calls.length > 0)
  expect(said.mock.calls[0]).toEqual(["Background work failed (broken): Error: no word from [address]"])
})

async function run(lane: Partial<Lane> & Pick<Lane, "runDue">): Promise<void> {
  stops.push((await runLanes({ name: "tests", longestWait: hour, ...lane })).stop)
}

async function notify(payload: string): Promise<void> {
  await database().execute(sql`select pg_notify('tests', ${payload})`)
}
