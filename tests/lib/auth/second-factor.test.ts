import { eq, sql } from "drizzle-orm"
import { Secret, TOTP } from "otpauth"
import { beforeEach, expect, test, vi } from "vitest"
import { openSession } from "@/lib/auth/open-session"
import { readPendingSignIn, takePendingSignIn } from "@/lib/auth/pending-sign-in"
import { needsSecondFactor, secondFactorRules } from "@/lib/auth/second-factor-rule"
import { endSessionsOf, noteSecondFactor, startPasswordSession, startSession } from "@/lib/auth/sessions"
import type { Role } from "@/lib/auth/staff"
import { findSession, findStaffBySession } from "@/lib/auth/viewer"
import { checkCode } from "@/lib/credentials/second-step"
import { openTotpKey } from "@/lib/credentials/totp"
import { beginTotp, confirmTotp } from "@/lib/credentials/totp-setup"
import { database, type Transaction } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { pendingSignIns, recoveryCodes, totpSecrets } from "../../../db/schema/credentials.ts"
import { mailDeliveries } from "../../../db/schema/newsletter.ts"
import { settings } from "../../../db/schema/settings.ts"
import { sessions, staff } from "../../../db/schema/staff.ts"
import { createOwner } from "../../support/as-owner.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { givePasskey } from "../../support/give-passkey.ts"

const jar = vi.hoisted(() => ({ get: () => undefined, set: vi.fn() }))
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => jar }))

withFreshDatabase()
beforeEach(async () => {
  jar.set.mockClear()
  await database().delete(settings)
})

async function ask(rule: (typeof secondFactorRules)[number]) {
  await database()
    .insert(settings)
    .values({ key: "secondFactorFor", value: rule })
    .onConflictDoUpdate({ target: settings.key, set: { value: rule } })
}

/** Somebody with a password that was just found right. */
async function someone(roles: Role[] = ["editor"]) {
  const person = await createStaff(database(), { roles, passwordHash: "the judged one" })
  return { ...person, judged: { staffId: person.id, passwordHash: "the judged one" } }
}

async function turnOnTotp(staffId: number) {
  const owner = { ...(await createOwner(database())), id: staffId }
  await beginTotp(owner)
  await database()
    .update(totpSecrets)
    .set({ confirmedAt: sql`now()` })
    .where(eq(totpSecrets.staffId, staffId))
}

function sessionsOf(staffId: number) {
  return database().$count(sessions, eq(sessions.staffId, staffId))
}

async function pendingOf(judged: Parameters<typeof startPasswordSession>[0]): Promise<string> {
  const step = await startPasswordSession(judged, "")
  return step && "secondStep" in step ? step.secondStep : ""
}

test("with an authenticator app a right password opens no session, only the second step", async () => {
  const { id, judged } = await someone()
  expect(await startPasswordSession(judged, "")).toEqual({ sessionId: expect.any(String) })
  await turnOnTotp(id)
  const before = await sessionsOf(id)
  const token = await pendingOf(judged)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await sessionsOf(id)).toBe(before)
  expect(await findStaffBySession(token)).toBeNull()
  expect(await readPendingSignIn(token)).toMatchObject({ id })
  const stored = JSON.stringify(await database().execute(sql`select p::text from pending_sign_ins p`))
  expect(stored).not.toContain(token)
})

test("ASVS 6.4.3: a mailed link is no way around the authenticator app", async () => {
  const person = await someone()
  await turnOnTotp(person.id)
  const before = await sessionsOf(person.id)
  expect(await openSession(person)).toBe("second-step")
  expect(await sessionsOf(person.id)).toBe(before)
  const names = jar.set.mock.calls.map(([cookie]) => cookie.name)
  expect(names).toEqual(["masthead-second-step"])
})

test("ASVS 6.6.2: a first step is good for one second step, its own person, and ten minutes", async () => {
  const [ana, ben] = [await someone(), await someone()]
  await turnOnTotp(ana.id)
  const token = await pendingOf(ana.judged)
  expect(await takePendingSignIn(database(), token, ben.id)).toBe(false)
  const takes = await Promise.all(
    Array.from({ length: 20 }, () => takePendingSignIn(database(), token, ana.id)),
  )
  expect(takes.filter(Boolean)).toHaveLength(1)
  const late = await pendingOf(ana.judged)
  await database().update(pendingSignIns).set({ expiresAt: sql`now() - interval '1 second'` })
  expect(await readPendingSignIn(late)).toBeNull()
  expect(await takePendingSignIn(database(), late, ana.id)).toBe(false)
})

test("a sign-in that waits ends when sessions are ended, and with its owner's suspension", async () => {
  const { id, judged } = await someone()
  await turnOnTotp(id)
  const token = await pendingOf(judged)
  await endSessionsOf(id)
  expect(await readPendingSignIn(token)).toBeNull()
  const other = await pendingOf(judged)
  await database().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id))
  expect(await readPendingSignIn(other)).toBeNull()
})

test("the second factor opens a session, unless what it was given for was used up meanwhile", async () => {
  const person = await someone()
  await turnOnTotp(person.id)
  const token = await pendingOf(person.judged)
  const claim = (tx: Parameters<typeof takePendingSignIn>[0]) => takePendingSignIn(tx, token, person.id)
  const proof = { withSecondFactor: true, claim }
  expect(await openSession(person, proof)).toMatchObject({ id: person.id })
  expect(await openSession(person, proof)).toBeNull()
  expect(await openSession({ ...person, id: 999_999 }, proof)).toBeNull()
})

test("of two recovery codes at once for one waiting sign-in, one lets in and the other is not spent", async () => {
  const person = await someone()
  const owner = { ...(await createOwner(database())), id: person.id }
  await beginTotp(owner)
  const [held] = await database().select().from(totpSecrets).where(eq(totpSecrets.staffId, person.id))
  const key = Secret.fromBase32(openTotpKey(held?.secretSealed ?? Buffer.alloc(0)))
  const on = await confirmTotp(owner, new TOTP({ secret: key }).generate())
  const [first = "", second = ""] = on.ok ? on.codes : []
  const token = await pendingOf(person.judged)
  const enter = (code: string) =>
    checkCode({ staffId: person.id, code, network: "192.0.2.1" }, async (spend) => {
      const claim = async (tx: Transaction) =>
        (await spend(tx)) && (await takePendingSignIn(tx, token, person.id))
      return (await openSession(person, { withSecondFactor: true, claim })) !== null
    })
  expect(await enter("aaaaa-aaaaa")).toEqual({ ok: false, reason: "wrong-code" })
  expect(await readPendingSignIn(token)).toMatchObject({ id: person.id })
  const answers = await Promise.all([enter(first), enter(second)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers).toContainEqual({ ok: false, reason: "gone" })
  const spent = sql`staff_id = ${person.id} and used_at is not null`
  expect(await database().$count(recoveryCodes, spent)).toBe(1)
  const told = await database().select().from(mailDeliveries).where(eq(mailDeliveries.staffId, person.id))
  expect(told.filter(({ content }) => content.what === "recovery-code-used")).toHaveLength(1)
})

test("each rule asks a second factor of those whom it names", () => {
  const asked = secondFactorRules.map((rule) =>
    (["writer", "editor", "moderator", "admin"] as Role[]).filter((role) => needsSecondFactor(rule, [role])),
  )
  expect(asked).toEqual([[], ["admin"], ["editor", "admin"], ["writer", "editor", "moderator", "admin"]])
})

test("ASVS 6.3.3: whose roles call for a second factor reaches nothing of the desk without one, from the next request on", async () => {
  const [admin, writer] = [await someone(["writer", "admin"]), await someone(["writer"])]
  const [ofAdmin, ofWriter] = [await startSession(admin.id), await startSession(writer.id)]
  expect(await findStaffBySession(ofAdmin)).not.toBeNull()
  await ask("admins")
  expect(await findStaffBySession(ofAdmin)).toBeNull()
  expect(await findSession(ofAdmin)).toMatchObject({ isHeldBack: true, staff: { id: admin.id } })
  expect(await findStaffBySession(ofWriter)).not.toBeNull()
  await ask("everybody")
  expect(await findStaffBySession(ofWriter)).toBeNull()
  await noteSecondFactor(database(), ofWriter)
  expect(await findStaffBySession(ofWriter)).toMatchObject({ id: writer.id })
})

test("a session from before is held back even where its owner has a second factor by now", async () => {
  const { id } = await someone(["admin"])
  const session = await startSession(id)
  await turnOnTotp(id)
  await ask("admins")
  expect(await findStaffBySession(session)).toBeNull()
})

test("a passkey is for convenience until the publication asks for a second factor; then the password alone is one step", async () => {
  const { id, judged } = await someone(["admin"])
  await givePasskey(id)
  expect(await startPasswordSession(judged, "")).toEqual({ sessionId: expect.any(String) })
  await ask("admins")
  expect(await startPasswordSession(judged, "")).toEqual({ secondStep: expect.any(String) })
})

test("ASVS 7.2.4, 7.6.2: nothing but an explicit sign-in makes a session, and each has an id of its own", async () => {
  const { id, judged } = await someone()
  const ids = await Promise.all(Array.from({ length: 5 }, () => startPasswordSession(judged, "")))
  expect(new Set(ids.map((step) => step && "sessionId" in step && step.sessionId)).size).toBe(5)
  expect(await sessionsOf(id)).toBe(5)
})
