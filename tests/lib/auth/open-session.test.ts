import { beforeEach, expect, test, vi } from "vitest"
import { openSession } from "@/lib/auth/open-session"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

const jar = { get: () => undefined, set: vi.fn() }
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => jar }))

withFreshDatabase()
beforeEach(() => jar.set.mockClear())

test("somebody who used a link is signed in", async () => {
  const person = await createStaff(database())
  expect(await openSession(person)).toMatchObject({ id: person.id })
  expect(jar.set).toHaveBeenCalled()
})

test("somebody who was suspended after using a link gets an answer and no cookie", async () => {
  expect(await openSession(await createStaff(database(), { disabledAt: new Date() }))).toBeNull()
  expect(jar.set).not.toHaveBeenCalled()
})
