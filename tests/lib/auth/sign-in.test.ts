import { verify } from "@node-rs/argon2"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { makeDevice, readDevice } from "@/lib/auth/device"
import { hashPassword } from "@/lib/auth/password"
import { startPasswordSession, startSession } from "@/lib/auth/sessions"
import { checkPassword } from "@/lib/auth/sign-in"
import { findStaffBySession } from "@/lib/auth/viewer"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { passkeys } from "../../../db/schema/credentials.ts"
import { rateLimits } from "../../../db/schema/settings.ts"
import { staff, staffLinks } from "../../../db/schema/staff.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>()
  return { ...real, verify: vi.fn(real.verify) }
})

withFreshDatabase()

const password = "a few unrelated words"
const stranger = { network: "192.0.2.1", device: undefined }

beforeEach(async () => {
  await database().delete(rateLimits)
  vi.mocked(verify).mockClear()
})

// Before anybody else is made here.
test("ASVS 6.3.2: a new database has nobody in it, and no link or passkey that would let anybody in", async () => {
  for (const table of [staff, staffLinks, passkeys]) expect(await database().$count(table)).toBe(0)
})

async function someone(fields: Parameters<typeof createStaff>[1] = {}) {
  return createStaff(database(), { passwordHash: await hashPassword(password), ...fields })
}

test("the right password lets in, in whatever case the address is kept", async () => {
  const { id, email } = await someone()
  expect(await checkPassword({ ...stranger, email, password })).toMatchObject({ ok: true, staffId: id })
})

test("ASVS 6.3.8: a wrong password, an unknown address, a disabled person and an unused invitation get one answer for one hash each", async () => {
  const people = [
    (await someone()).email,
    "nobody@example.org",
    (await someone({ disabledAt: new Date() })).email,
    (await someone({ passwordHash: null })).email,
  ]
  for (const email of people) {
    vi.mocked(verify).mockClear()
    const typed = email === people[0] ? "not the one" : password
    expect(await checkPassword({ ...stranger, email, password: typed })).toEqual({
      ok: false,
      reason: "wrong",
    })
    expect(verify).toHaveBeenCalledTimes(1)
    // The decoy costs what a real hash costs.
    expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  }
})

test("ASVS 6.3.1: of a hundred guesses at once five reach the password", async () => {
  const { email } = await someone()
  const guesses = Array.from({ length: 100 }, (_, n) =>
    checkPassword({ email, password: `guess ${n}`, device: undefined, network: `192.0.2.${n}` }),
  )
  const answers = await Promise.all(guesses)
  expect(verify).toHaveBeenCalledTimes(5)
  expect(answers.filter((answer) => !answer.ok && answer.reason === "too-many")).toHaveLength(95)
})

test("ASVS 6.3.1: one network gets no more than 25 tries, whomever it guesses at", async () => {
  const guesses = Array.from({ length: 60 }, (_, n) =>
    checkPassword({ ...stranger, email: `someone-${n}@example.org`, password }),
  )
  await Promise.all(guesses)
  expect(verify).toHaveBeenCalledTimes(25)
})

test("while tries are used up the right password does not help, and the answer says how long to wait", async () => {
  const { email } = await someone()
  for (let n = 0; n < 5; n++) await checkPassword({ ...stranger, email, password: "not the one" })
  const answer = await checkPassword({ ...stranger, email, password })
  expect(answer).toMatchObject({ ok: false, reason: "too-many" })
  expect(answer.ok || answer.reason === "wrong" ? 0 : answer.retryAfterSeconds).toBeGreaterThan(14 * 60)
})

test("after the right password the tries are forgotten", async () => {
  const { email } = await someone()
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 4; n++)
      await checkPassword({ ...stranger, network: `${round}`, email, password: "no" })
    expect(await checkPassword({ ...stranger, network: `${round}`, email, password })).toMatchObject({
      ok: true,
    })
  }
})

test("ASVS 6.1.1: a guesser locks out neither the owner's own browser nor their open sessions", async () => {
  const { id, email } = await someone()
  const session = await startSession(id)
  const device = makeDevice(email)
  for (let n = 0; n < 30; n++)
    await checkPassword({ email, password: "guess", device: undefined, network: `192.0.2.${n}` })

  expect(await checkPassword({ email, password, device, network: "198.51.100.1" })).toMatchObject({
    ok: true,
  })
  expect((await findStaffBySession(session))?.id).toBe(id)
})

test("a browser's proof is good for one address, and not when it was changed", () => {
  const device = makeDevice("a@example.org")
  expect(readDevice(device, "a@example.org")).not.toBeNull()
  expect(readDevice(device, "b@example.org")).toBeNull()
  expect(readDevice(`${device.slice(0, -1)}${device.endsWith("A") ? "B" : "A"}`, "a@example.org")).toBeNull()
  expect(readDevice("", "a@example.org")).toBeNull()
  expect(readDevice(undefined, "a@example.org")).toBeNull()
})

test("the table of counters holds no address", async () => {
  await checkPassword({ ...stranger, email: "someone-known@example.org", password })
  const rows = JSON.stringify(await database().select().from(rateLimits))
  expect(rows).not.toMatch(/someone-known|192\.0\.2/)
})

test("a right password opens no session once it was changed or its owner suspended meanwhile", async () => {
  for (const change of [{ passwordHash: "another" }, { passwordHash: null }, { disabledAt: new Date() }]) {
    const { id, passwordHash } = await createStaff(database(), { passwordHash: "the judged one" })
    const judged = { staffId: id, passwordHash: passwordHash ?? "" }
    expect(await startPasswordSession(judged, "")).toEqual({ sessionId: expect.any(String) })
    await database().update(staff).set(change).where(eq(staff.id, id))
    expect(await startPasswordSession(judged, "")).toBeNull()
  }
})

test("ASVS 6.2.10: a password of ten years ago signs in as it did, and nobody is asked for another", async () => {
  const { id, email } = await someone()
  await database().execute(sql`update staff set created_at = now() - interval '10 years',
    joined_at = now() - interval '10 years' where id = ${id}`)
  const checked = await checkPassword({ ...stranger, email, password })
  expect(checked).toMatchObject({ ok: true, staffId: id })
  expect(checked.ok && (await startPasswordSession(checked, ""))).toEqual({ sessionId: expect.any(String) })
})
