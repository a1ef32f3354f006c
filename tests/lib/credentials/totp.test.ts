import { eq, like, sql } from "drizzle-orm"
import { Secret, TOTP } from "otpauth"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { startSession } from "@/lib/auth/sessions"
import type { AccountOwner } from "@/lib/auth/staff"
import { findSession } from "@/lib/auth/viewer"
import { getOwnCredentials } from "@/lib/credentials/queries"
import { makeRecoveryCodes } from "@/lib/credentials/recovery-codes"
import { checkCode } from "@/lib/credentials/second-step"
import { openTotpKey, stepOfCode } from "@/lib/credentials/totp"
import { beginTotp, confirmTotp, renewRecoveryCodes, turnOffTotp } from "@/lib/credentials/totp-setup"
import { database } from "../../../db/client.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { recoveryCodes, totpSecrets } from "../../../db/schema/credentials.ts"
import { mailDeliveries } from "../../../db/schema/newsletter.ts"
import { rateLimits, settings } from "../../../db/schema/settings.ts"
import { createOwner, heldBack } from "../../support/as-owner.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

const halfMinute = 30_000
const noon = Date.parse("2026-11-28T12:00:10Z")

beforeEach(async () => {
  await database().delete(rateLimits)
  vi.spyOn(Date, "now").mockReturnValue(noon)
})
afterEach(() => vi.restoreAllMocks())

function codeAt(key: string, time: number): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: time })
}

async function keyOf({ id }: AccountOwner): Promise<string> {
  const [row] = await database().select().from(totpSecrets).where(eq(totpSecrets.staffId, id))
  return openTotpKey(row?.secretSealed ?? Buffer.alloc(0))
}

/** Somebody whose app was turned on by the code of an hour ago. */
async function withTotp() {
  const owner = await createOwner(database())
  await beginTotp(owner)
  const key = await keyOf(owner)
  vi.mocked(Date.now).mockReturnValue(noon - 3_600_000)
  const on = await confirmTotp(owner, codeAt(key, noon - 3_600_000))
  vi.mocked(Date.now).mockReturnValue(noon)
  if (!on.ok) throw new Error(on.reason)
  return { owner, key, codes: on.codes }
}

function guess({ id }: AccountOwner, code: string, network = "192.0.2.1") {
  return checkCode({ staffId: id, code, network })
}

const wrong = { ok: false, reason: "wrong-code" }

test("a key counts for nothing until a code has confirmed it", async () => {
  const owner = await createOwner(database())
  expect(await beginTotp(owner)).toEqual({ ok: true })
  const key = await keyOf(owner)
  expect(await guess(owner, codeAt(key, noon))).toEqual(wrong)
  const begun = await getOwnCredentials(owner, "The Paper")
  expect(begun.totp).toMatchObject({ state: "begun", secret: key.replace(/.{4}(?=.)/g, "$& ") })
  // Opened by an app on the same device.
  expect(begun.totp).toMatchObject({
    address: expect.stringMatching(new RegExp(`^otpauth://totp/.*secret=${key}`)),
  })
  expect(begun.totp).toMatchObject({ picture: expect.stringMatching(/^data:image\/svg\+xml;base64,/) })
  expect(await confirmTotp(owner, "000000")).toEqual(wrong)
  expect(await confirmTotp(owner, codeAt(key, noon))).toMatchObject({ ok: true })
  expect((await getOwnCredentials(owner, "The Paper")).totp).toMatchObject({ state: "on", codesLeft: 10 })
  expect(await beginTotp(owner)).toEqual({ ok: false, reason: "totp-on" })
})

test("a key that was begun and left is not shown or confirmed later", async () => {
  const owner = await createOwner(database())
  await beginTotp(owner)
  const key = await keyOf(owner)
  await database().update(totpSecrets).set({ createdAt: sql`now() - interval '31 minutes'` })
  expect((await getOwnCredentials(owner, "The Paper")).totp).toEqual({ state: "off" })
  expect(await confirmTotp(owner, codeAt(key, noon))).toEqual({ ok: false, reason: "stale" })
})

test("ASVS 6.5.5, 6.5.8: a code is good in its own half minute by the clock of the site and the ones beside it, and in no other", async () => {
  const { key } = await withTotp()
  for (const [steps, fits] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const step = stepOfCode(key, codeAt(key, noon + steps * halfMinute))
    expect(step === null, `${steps}`).toBe(!fits)
  }
})

test("ASVS 6.5.1: a code is taken once, also of twenty that come at once, and none of an earlier step after it", async () => {
  const { owner, key } = await withTotp()
  const code = codeAt(key, noon)
  const answers = await Promise.all(Array.from({ length: 4 }, (_, n) => guess(owner, code, `192.0.2.${n}`)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  await database().delete(rateLimits)
  expect(await guess(owner, code)).toEqual(wrong)
  expect(await guess(owner, codeAt(key, noon - halfMinute))).toEqual(wrong)
  expect(await guess(owner, codeAt(key, noon + halfMinute))).toEqual({ ok: true })
})

test("the code that turned the app on signs nobody in", async () => {
  const owner = await createOwner(database())
  await beginTotp(owner)
  const code = codeAt(await keyOf(owner), noon)
  expect(await confirmTotp(owner, code)).toMatchObject({ ok: true })
  expect(await guess(owner, code)).toEqual(wrong)
})

test("spaces in a code are no matter", async () => {
  const { owner, key } = await withTotp()
  const code = codeAt(key, noon)
  expect(await guess(owner, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ ok: true })
})

test("ASVS 6.3.7: each of ten recovery codes lets in once, however it is typed, and its owner is told", async () => {
  const { owner, codes } = await withTotp()
  expect(new Set(codes).size).toBe(10)
  const [first = "", second = ""] = codes
  expect(await guess(owner, first)).toEqual({ ok: true })
  expect(await guess(owner, first)).toEqual(wrong)
  expect(await guess(owner, ` ${second.toUpperCase().replace("-", " ").replaceAll("0", "O")} `)).toEqual({
    ok: true,
  })
  const told = await database().select().from(mailDeliveries).where(eq(mailDeliveries.staffId, owner.id))
  expect(told.filter(({ content }) => content.what === "recovery-code-used")).toHaveLength(2)
  const events = await database().select().from(auditEvents).where(eq(auditEvents.memberId, owner.id))
  expect(events.map(({ action, detail }) => [action, detail.left])).toEqual([
    ["totp_turned_on", undefined],
    ["recovery_code_used", 9],
    ["recovery_code_used", 8],
  ])
})

test("ASVS 6.5.1: of four tries with one recovery code at once, one is let in", async () => {
  const { owner, codes } = await withTotp()
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, n) => guess(owner, codes[0] ?? "", `192.0.2.${n}`)),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test("ASVS 7.4.3: turning the app on ends every other session, and none without its code turns it off or makes codes", async () => {
  const owner = await createOwner(database())
  const thief = { ...owner, sessionId: await startSession(owner.id) }
  await beginTotp(owner)
  expect(await confirmTotp(owner, codeAt(await keyOf(owner), noon))).toMatchObject({ ok: true })
  expect(await findSession(owner.sessionId)).not.toBeNull()
  expect(await findSession(thief.sessionId)).toBeNull()

  const later = { ...owner, sessionId: await startSession(owner.id) }
  const heldBackAnswer = { ok: false, reason: "held-back" }
  for (const stolen of [thief, later, { ...later, sessionId: (await createOwner(database())).sessionId }]) {
    expect(await turnOffTotp(stolen)).toEqual(heldBackAnswer)
    expect(await renewRecoveryCodes(stolen)).toEqual(heldBackAnswer)
  }
  expect(await turnOffTotp(owner)).toEqual({ ok: true })
})

test("a code that is not right costs no hashes, and five sets of recovery codes in a quarter of an hour are the most", async () => {
  const sets = () => database().$count(rateLimits, like(rateLimits.key, "recovery-codes:%"))
  const owner = await createOwner(database())
  await beginTotp(owner)
  expect(await confirmTotp(owner, "000000")).toEqual(wrong)
  expect(await renewRecoveryCodes(owner)).toEqual({ ok: false, reason: "totp-off" })
  expect(await sets()).toBe(0)
  expect(await confirmTotp(owner, codeAt(await keyOf(owner), noon))).toMatchObject({ ok: true })
  let last: string[] = []
  for (let n = 0; n < 4; n++) {
    const renewed = await renewRecoveryCodes(owner)
    last = renewed.ok ? renewed.codes : []
  }
  expect(await renewRecoveryCodes(owner)).toMatchObject({ ok: false, reason: "too-many" })
  expect(await guess(owner, last[0] ?? "")).toEqual({ ok: true })
})

test("ASVS 6.5.4: a recovery code is ten letters out of 32, and no two of a thousand are alike", async () => {
  const sets = await Promise.all(Array.from({ length: 100 }, () => makeRecoveryCodes(1)))
  const codes = sets.flatMap((set) => set.codes)
  for (const code of codes) expect(code).toMatch(/^[0-9a-hj-km-np-tv-z]{5}-[0-9a-hj-km-np-tv-z]{5}$/)
  expect(new Set(codes).size).toBe(1000)
  const letters = new Set(codes.join("").replaceAll("-", ""))
  expect(10 * Math.log2(letters.size)).toBeGreaterThan(49)
})

test("nobody's recovery code is anybody else's, and new ones end the old", async () => {
  const [ana, ben] = [await withTotp(), await withTotp()]
  expect(await guess(ben.owner, ana.codes[0] ?? "")).toEqual(wrong)
  const renewed = await renewRecoveryCodes(ana.owner)
  expect(await guess(ana.owner, ana.codes[1] ?? "")).toEqual(wrong)
  expect(await guess(ana.owner, renewed.ok ? (renewed.codes[0] ?? "") : "")).toEqual({ ok: true })
})

test("ASVS 6.3.1, 6.6.3: twenty guesses at once are five, of codes and recovery codes together, and then the right one waits", async () => {
  const { owner, key, codes } = await withTotp()
  const guesses = Array.from({ length: 20 }, (_, n) =>
    guess(owner, n % 2 ? `00000${n % 10}` : `aaaaa-aaaa${n % 10}`, `192.0.2.${n}`),
  )
  const answers = await Promise.all(guesses)
  expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong-code")).toHaveLength(5)
  for (const right of [codeAt(key, noon), codes[0] ?? ""])
    expect(await guess(owner, right, "198.51.100.1")).toMatchObject({ ok: false, reason: "too-many" })
  expect(await database().$count(recoveryCodes, sql`used_at is not null`)).toBeGreaterThanOrEqual(0)
})

test("a right code forgives the wrong ones before it", async () => {
  const { owner, key } = await withTotp()
  for (let n = 0; n < 4; n++) await guess(owner, "000000")
  expect(await guess(owner, codeAt(key, noon))).toEqual({ ok: true })
  for (let n = 0; n < 5; n++) expect(await guess(owner, "000000")).toEqual(wrong)
})

test("ASVS 6.5.2, 6.5.3: no key and no recovery code can be read in the database", async () => {
  const { owner, key, codes } = await withTotp()
  const other = await withTotp()
  const rows = JSON.stringify([
    await database().execute(sql`select t::text from totp_secrets t`),
    await database().execute(sql`select r::text from recovery_codes r`),
  ])
  const readable = [key, ...codes, codes[0]?.replace("-", "") ?? ""]
  for (const text of readable) {
    expect(rows).not.toContain(text)
    expect(rows).not.toContain(Buffer.from(text).toString("hex"))
  }
  expect(Secret.fromBase32(key).bytes).toHaveLength(20)
  expect(other.key).not.toBe(key)
  const salts = await database()
    .selectDistinct({ staffId: recoveryCodes.staffId, salt: recoveryCodes.salt })
    .from(recoveryCodes)
  expect(salts.filter(({ staffId }) => [owner.id, other.owner.id].includes(staffId))).toHaveLength(2)
  expect(salts[0]?.salt).toHaveLength(16)
})

test("turned off, neither the app nor its recovery codes open anything", async () => {
  const { owner, key, codes } = await withTotp()
  expect(await turnOffTotp(heldBack(owner))).toEqual({ ok: false, reason: "held-back" })
  expect(await turnOffTotp(owner)).toEqual({ ok: true })
  expect(await guess(owner, codeAt(key, noon))).toEqual(wrong)
  expect(await guess(owner, codes[0] ?? "")).toEqual(wrong)
  expect(await turnOffTotp(owner)).toEqual({ ok: false, reason: "totp-off" })
})

test("where a second factor is asked of everybody, nobody turns off the only one they have", async () => {
  const { owner } = await withTotp()
  await database().insert(settings).values({ key: "secondFactorFor", value: "everybody" })
  expect(await turnOffTotp(owner)).toEqual({ ok: false, reason: "last" })
  await database().delete(settings).where(eq(settings.key, "secondFactorFor"))
})
