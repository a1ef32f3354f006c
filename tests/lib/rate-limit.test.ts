import { expect, test } from "vitest"
import { ofNetwork } from "@/lib/limit-subject"
import { countAgainst } from "@/lib/rate-limit"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

const three = { name: "three-a-minute", max: 3, seconds: 60 }

test("tries sent at the same moment are counted one by one", async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => countAgainst(three, ofNetwork("192.0.2.1"))),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
})

test("one person's tries do not count against another", async () => {
  expect(await countAgainst(three, ofNetwork("192.0.2.77"))).toEqual({ ok: true })
})
