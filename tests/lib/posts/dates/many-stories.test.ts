import { expect, test } from "vitest"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { instants, publishMany } from "../../../support/many-schedules.ts"

withFreshDatabase()

test("six hundred stories go out once each, on two instances, around changes of the clocks and a restart", async () => {
  // Two of the times come twice.
  expect(instants).toHaveLength(8)
  const { latest, ...counted } = await publishMany(600)
  expect(counted).toEqual({ scheduled: 600, live: 600, events: 600, revisions: 600, mails: 600 })
  console.info(`The latest was ${latest.toFixed(2)} s late.`)
})
