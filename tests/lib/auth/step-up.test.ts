import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { listOwnSessions } from "@/lib/auth/own-sessions"
import { hashPassword } from "@/lib/auth/password"
import { endSession, startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { confirmIdentity, isRecentlyConfirmed, requirePassword } from "@/lib/auth/step-up"
import { findStaffBySession } from "@/lib/auth/viewer"
import { endOwnSession } from "@/lib/staff/account"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { rateLimits } from "../../../db/schema/settings.ts"
import { sessions } from "../../../db/schema/staff.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-client-network": "192.0.2.7" }),
  cookies: async () => ({ get: () => undefined }),
}))

withFreshDatabase()
beforeEach(() => database().delete(rateLimits))

const password = "a few unrelated words"

async function signedIn(userAgent = "") {
  const { id } = await createStaff(database(), { passwordHash: await hashPassword(password) })
  return (await findStaffBySession(await startSession(id, userAgent))) as Staff
}

async function passHalfAnHour(staff: Staff) {
  await database()
    .update(sessions)
    .set({ confirmedAt: sql`now() - interval '31 minutes'` })
    .where(eq(sessions.staffId, staff.id))
}

function typed(currentPassword?: string) {
  const form = new FormData()
  if (currentPassword !== undefined) form.set("currentPassword", currentPassword)
  return form
}

test("whoever has just signed in changes roles and credentials without being asked again", async () => {
  const staff = await signedIn()
  expect(await confirmIdentity(staff, typed())).toMatchObject({ ok: true })
})

test("ASVS 7.5.1: at a desk that was left open the password is asked, in that session alone, and once for half an hour", async () => {
  const staff = await signedIn()
  const other = (await findStaffBySession(await startSession(staff.id))) as Staff
  await passHalfAnHour(staff)
  expect(await isRecentlyConfirmed(staff)).toBe(false)
  for (const form of [typed(), typed(""), typed("not the password"), new FormData(), null])
    expect(await confirmIdentity(staff, form)).toMatchObject({ ok: false })
  expect(await confirmIdentity(staff, typed(password))).toMatchObject({ ok: true })
  expect(await confirmIdentity(staff, typed())).toMatchObject({ ok: true })
  expect(await confirmIdentity(other, typed())).toMatchObject({ ok: false })
})

test("ASVS 6.2.3: a new password needs the present one, however lately somebody signed in", async () => {
  const staff = await signedIn()
  expect(await requirePassword(staff, typed())).toMatchObject({ ok: false })
  expect(await requirePassword(staff, typed(password))).toMatchObject({ ok: true })
})

test("ASVS 6.3.1: twenty guesses at the password at once are five, and then even the right one waits", async () => {
  const staff = await signedIn()
  await passHalfAnHour(staff)
  const guesses = Array.from({ length: 20 }, (_, n) => confirmIdentity(staff, typed(`guess ${n}`)))
  const answers = (await Promise.all(guesses)).map((answer) => !answer.ok && answer.errors.currentPassword)
  expect(answers.filter((answer) => answer === "This is not your password.")).toHaveLength(5)
  expect(await confirmIdentity(staff, typed(password))).toMatchObject({
    errors: { currentPassword: expect.stringMatching(/^Too many tries/) },
  })
})

test("ASVS 7.5.2: somebody sees where they are signed in, and not where others are", async () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  const staff = await signedIn(firefox)
  await signedIn()
  await endSession(await startSession(staff.id))
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
  await startSession(staff.id, phone)
  await startSession(staff.id, "<script>")
  const listed = await listOwnSessions(staff)
  expect(listed.map(({ device, isThis }) => [device, isThis]).sort()).toEqual([
    ["Firefox on Linux", true],
    ["Safari on iOS", false],
    ["Unknown browser", false],
  ])
})

test("ASVS 7.5.2: somebody ends their own sessions and nobody else's, whatever number they send", async () => {
  const [ana, ben] = [await signedIn(), await signedIn()]
  const elsewhere = await startSession(ana.id)
  expect(await endOwnSession(ana, ben.sessionId)).toBe(false)
  expect(await findStaffBySession(ben.sessionId)).not.toBeNull()
  expect(await endOwnSession(ana, elsewhere)).toBe(true)
  expect(await endOwnSession(ana, elsewhere)).toBe(false)
  expect(await findStaffBySession(elsewhere)).toBeNull()
  const another = await startSession(ana.id)
  expect(await endOwnSession(ana, "others")).toBe(true)
  expect(await endOwnSession(ana, "others")).toBe(false)
  expect(await findStaffBySession(another)).toBeNull()
  expect(await findStaffBySession(ana.sessionId)).not.toBeNull()
  const events = await database().select().from(auditEvents).where(eq(auditEvents.staffId, ana.id))
  expect(events.map(({ action, memberId }) => [action, memberId])).toEqual([
    ["sessions_ended", ana.id],
    ["sessions_ended", ana.id],
  ])
})
