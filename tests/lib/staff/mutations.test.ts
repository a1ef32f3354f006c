import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { startSession } from "@/lib/auth/sessions"
import type { Role, Staff } from "@/lib/auth/staff"
import { readStaffLink } from "@/lib/auth/staff-links"
import { findStaffBySession } from "@/lib/auth/viewer"
import { inviteStaff, resendInvitation, sendInvitation } from "@/lib/staff/invitations"
import {
  changeRoles,
  endAllSessions,
  reactivate,
  removeMembersFactors,
  suspend,
  withdrawInvitation,
} from "@/lib/staff/mutations"
import { getStaffMember, listStaff } from "@/lib/staff/queries"
import { setPassword } from "@/lib/staff/setup"
import { database } from "../../../db/client.ts"
import { createAuthor, createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { authors } from "../../../db/schema/authors.ts"
import { mailDeliveries } from "../../../db/schema/newsletter.ts"
import { sessions, staff } from "../../../db/schema/staff.ts"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { givePasskey } from "../../support/give-passkey.ts"

withFreshDatabase()

beforeEach(async () => {
  await tamper((tx) => tx.execute(sql`delete from audit_events`))
  await database().delete(staff)
  await database().delete(authors)
})

async function signedIn(fields: Parameters<typeof createStaff>[1] = {}) {
  const row = await createStaff(database(), fields)
  const staff = (await findStaffBySession(await startSession(row.id))) as Staff
  return staff
}

const anAdmin = () => signedIn({ roles: ["admin"] })

async function rowOf(id: number) {
  const [row] = await database().select().from(staff).where(eq(staff.id, id))
  if (!row) throw new Error("The row is gone.")
  return row
}

async function eventsAbout(id: number) {
  return database().select().from(auditEvents).where(eq(auditEvents.memberId, id)).orderBy(auditEvents.id)
}

const person = { email: "wren@example.org", name: "Wren", roles: ["writer"] as Role[] }

for (const roles of [["writer"], ["editor"], ["moderator"], ["writer", "editor", "moderator"]] as Role[][]) {
  test(`${roles.join(" and ")} can do nothing to the staff`, async () => {
    await anAdmin()
    const caller = await signedIn({ roles })
    const { id } = await createStaff(database(), { disabledAt: null })
    const before = await database().select().from(staff).orderBy(staff.id)
    for (const act of [
      () => changeRoles(caller, id, { roles: ["admin"] }),
      () => changeRoles(caller, caller.id, { roles: ["admin"] }),
      () => suspend(caller, id),
      () => withdrawInvitation(caller, id),
      () => reactivate(caller, id),
      () => endAllSessions(caller, id),
      () => sendInvitation(caller, person),
      () => resendInvitation(caller, id),
    ])
      expect(await act()).toEqual({ ok: false, reason: "not-allowed" })
    await expect(listStaff(caller)).rejects.toThrow()
    expect(await database().select().from(staff).orderBy(staff.id)).toEqual(before)
    expect(await database().$count(auditEvents)).toBe(0)
  })
}

test("an admin who was demoted a moment ago, with a page still open, can do nothing", async () => {
  const [ana, ben] = [await anAdmin(), await anAdmin()]
  expect(await changeRoles(ana, ben.id, { roles: ["writer"] })).toEqual({ ok: true })
  expect(await suspend(ben, ana.id)).toEqual({ ok: false, reason: "not-allowed" })
  expect(await sendInvitation(ben, person)).toEqual({ ok: false, reason: "not-allowed" })
})

test("a number that is nobody's is refused in every act", async () => {
  const admin = await anAdmin()
  for (const act of [suspend, withdrawInvitation, reactivate, endAllSessions, resendInvitation])
    expect(await act(admin, 999_999_999)).toEqual({ ok: false, reason: "unknown" })
  expect(await changeRoles(admin, 999_999_999, { roles: ["admin"] })).toEqual({
    ok: false,
    reason: "unknown",
  })
  expect(await getStaffMember(admin, 999_999_999)).toBeNull()
})

test("other roles hold at once, are in the log, and give a writer a byline", async () => {
  const admin = await anAdmin()
  const member = await signedIn({ roles: ["moderator"] })
  expect(await changeRoles(admin, member.id, { roles: ["writer", "moderator"] })).toEqual({ ok: true })
  expect((await findStaffBySession(member.sessionId))?.roles).toEqual(["writer", "moderator"])
  expect((await rowOf(member.id)).authorId).not.toBeNull()
  expect(await eventsAbout(member.id)).toMatchObject([
    { action: "roles_changed", staffId: admin.id, detail: { roles: "writer, moderator" } },
  ])
  await changeRoles(admin, member.id, { roles: ["moderator", "writer"] })
  expect(await eventsAbout(member.id)).toHaveLength(1)
})

test("of two admins who opened the same page, the second overwrites nothing that the first has decided", async () => {
  const [ana, ben] = [await anAdmin(), await anAdmin()]
  const member = await signedIn({ roles: ["admin", "writer"] })
  const seen = member.roles
  expect(await changeRoles(ana, member.id, { roles: ["writer"], seen })).toEqual({ ok: true })
  const stale = { roles: ["admin", "editor"] as Role[], seen }
  expect(await changeRoles(ben, member.id, stale)).toEqual({ ok: false, reason: "changed" })
  expect((await rowOf(member.id)).roles).toEqual(["writer"])
  expect(await changeRoles(ben, member.id, { ...stale, seen: ["writer"] })).toEqual({ ok: true })
})

test("ASVS 7.4.2: whoever is suspended is out wherever they were signed in, and their byline stays", async () => {
  const admin = await anAdmin()
  const author = await createAuthor(database())
  const member = await signedIn({ roles: ["editor"], authorId: author.id })
  const elsewhere = await startSession(member.id)
  expect(await suspend(admin, member.id)).toEqual({ ok: true })
  expect(await findStaffBySession(member.sessionId)).toBeNull()
  expect(await findStaffBySession(elsewhere)).toBeNull()
  expect((await rowOf(member.id)).authorId).toBe(author.id)
  expect(await database().$count(authors)).toBe(1)

  expect(await reactivate(admin, member.id)).toEqual({ ok: true })
  // What ended stays ended: they sign in anew.
  expect(await findStaffBySession(member.sessionId)).toBeNull()
  expect((await eventsAbout(member.id)).map(({ action }) => action)).toEqual(["suspended", "reactivated"])
})

test("ASVS 7.4.5: ended sessions end everywhere, and the account stays", async () => {
  const admin = await anAdmin()
  const member = await signedIn()
  expect(await endAllSessions(admin, member.id)).toEqual({ ok: true })
  expect(await findStaffBySession(member.sessionId)).toBeNull()
  expect((await rowOf(member.id)).disabledAt).toBeNull()
  expect(await findStaffBySession(await startSession(member.id))).not.toBeNull()
  expect((await eventsAbout(member.id)).map(({ action }) => action)).toEqual(["sessions_ended"])
})

test("ASVS 6.4.4, 6.5.6: an admin removes the second factors of somebody who lost them, who is signed out and told; never their own", async () => {
  const admin = await anAdmin()
  const member = await signedIn()
  expect(await removeMembersFactors(admin, member.id)).toEqual({ ok: false, reason: "no-factors" })
  for (const { id } of [member, admin]) await givePasskey(id)
  expect(await getStaffMember(admin, member.id)).toMatchObject({ passkeys: 1, hasTotp: false })
  expect(await removeMembersFactors(admin, admin.id)).toEqual({ ok: false, reason: "own-factors" })
  expect(await removeMembersFactors(member, admin.id)).toEqual({ ok: false, reason: "not-allowed" })
  expect(await removeMembersFactors(admin, member.id)).toEqual({ ok: true })
  expect(await getStaffMember(admin, member.id)).toMatchObject({ passkeys: 0 })
  expect(await findStaffBySession(member.sessionId)).toBeNull()
  const events = await database().select().from(auditEvents).where(eq(auditEvents.memberId, member.id))
  expect(events).toMatchObject([{ action: "second_factors_removed", staffId: admin.id }])
  const told = await database().select().from(mailDeliveries).where(eq(mailDeliveries.staffId, member.id))
  expect(told).toMatchObject([{ kind: "staff_notice", content: { what: "second-factors-removed" } }])
})

test("the last admin stays one, whoever asks; a suspended admin and one who never joined do not count", async () => {
  const admin = await anAdmin()
  await createStaff(database(), { roles: ["admin"], disabledAt: new Date() })
  await createStaff(database(), { roles: ["admin"], joinedAt: null, passwordHash: null })
  for (const actor of [admin, "operator"] as const) {
    expect(await changeRoles(actor, admin.id, { roles: ["editor", "writer"] })).toEqual({
      ok: false,
      reason: "last-admin",
    })
    expect(await suspend(actor, admin.id)).toEqual({ ok: false, reason: "last-admin" })
  }
  expect(await changeRoles(admin, admin.id, { roles: ["admin", "writer"] })).toEqual({ ok: true })
})

test("nobody suspends themselves, and one of two admins may step down", async () => {
  const [ana] = [await anAdmin(), await anAdmin()]
  expect(await suspend(ana, ana.id)).toEqual({ ok: false, reason: "yourself" })
  expect(await changeRoles(ana, ana.id, { roles: ["editor"] })).toEqual({ ok: true })
})

for (const [name, act] of [
  ["demote", (by: Staff, whom: Staff) => changeRoles(by, whom.id, { roles: ["editor"] })],
  ["suspend", (by: Staff, whom: Staff) => suspend(by, whom.id)],
  ["step down beside", (by: Staff) => changeRoles(by, by.id, { roles: ["editor"] })],
] as const) {
  test(`of two admins who ${name} each other at the same moment, one stays`, async () => {
    for (let round = 0; round < 15; round++) {
      await database()
        .update(staff)
        .set({ roles: ["writer"] })
      const [ana, ben] = [await anAdmin(), await anAdmin()]
      const answers = await Promise.all([act(ana, ben), act(ben, ana)])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const left = await database()
        .select()
        .from(staff)
        .where(sql`'admin' = any(roles) and disabled_at is null`)
      expect(left).toHaveLength(1)
    }
  })
}

test("an invitation that was withdrawn opens nothing, is listed no more, and can be made anew", async () => {
  const admin = await anAdmin()
  const token = new URL((await inviteStaff(person)) ?? "").pathname.split("/").at(-1) ?? ""
  const [invited] = (await listStaff(admin)).filter(({ state }) => state === "invited")
  if (!invited) throw new Error("The invitation is not listed.")
  expect(await withdrawInvitation(admin, invited.id)).toEqual({ ok: true })
  expect(await readStaffLink(token)).toBeNull()
  expect(await setPassword(token, "a few unrelated words", "Wren")).toMatchObject({ ok: false })
  expect((await listStaff(admin)).map(({ id }) => id)).toEqual([admin.id])
  for (const act of [suspend, reactivate, resendInvitation, endAllSessions])
    expect(await act(admin, invited.id)).toEqual({ ok: false, reason: "unknown" })

  expect(await sendInvitation(admin, { ...person, name: "Wren Two", roles: ["editor"] })).toEqual({
    ok: true,
  })
  expect(await rowOf(invited.id)).toMatchObject({ name: "Wren Two", roles: ["editor"], disabledAt: null })
  expect((await eventsAbout(invited.id)).map(({ action }) => action)).toEqual([
    "staff_invited",
    "invitation_withdrawn",
    "staff_invited",
  ])
})

test("an invitation is neither withdrawn nor sent again once it was accepted, and one who has not joined has no sessions", async () => {
  const admin = await anAdmin()
  const member = await signedIn()
  const joined = { ok: false, reason: "joined" }
  expect(await withdrawInvitation(admin, member.id)).toEqual(joined)
  expect(await resendInvitation(admin, member.id)).toEqual(joined)
  expect(await findStaffBySession(member.sessionId)).not.toBeNull()
  const invited = await createStaff(database(), { joinedAt: null, passwordHash: null })
  expect(await endAllSessions(admin, invited.id)).toEqual({ ok: false, reason: "not-joined" })
  expect(await eventsAbout(invited.id)).toEqual([])
})

test("an invitation that is sent again is in the log, with the admin who did it, and so is one sent a third time", async () => {
  const [ana, ben] = [await anAdmin(), await anAdmin()]
  expect(await sendInvitation(ana, person)).toEqual({ ok: true })
  const [invited] = (await listStaff(ana)).filter(({ state }) => state === "invited")
  const id = invited?.id ?? 0
  for (const admin of [ana, ben]) expect(await resendInvitation(admin, id)).toEqual({ ok: true })
  expect(await eventsAbout(id)).toMatchObject([
    { subject: "staff", action: "staff_invited", staffId: ana.id },
    { subject: "staff", action: "invitation_sent_again", staffId: ana.id },
    { subject: "staff", action: "invitation_sent_again", staffId: ben.id },
  ])
})

test("an address that is on the staff is not invited, be it active, invited or suspended", async () => {
  const admin = await anAdmin()
  const people = [
    await createStaff(database()),
    await createStaff(database(), { joinedAt: null, passwordHash: null }),
    await createStaff(database(), { disabledAt: new Date() }),
  ]
  for (const { email, name } of people) {
    expect(await sendInvitation(admin, { ...person, email })).toEqual({ ok: false, reason: "already" })
    expect((await listStaff(admin)).find((one) => one.email === email)?.name).toBe(name)
  }
  expect(await database().$count(mailDeliveries)).toBe(0)
})

test("the list says who is active, invited and suspended, and who was here when", async () => {
  const admin = await anAdmin()
  const seen = await createStaff(database(), { name: "A" })
  await startSession(seen.id)
  const at = new Date("2026-11-01T10:00:00Z")
  await database().update(sessions).set({ lastSeenAt: at }).where(eq(sessions.staffId, seen.id))
  await createStaff(database(), { name: "B", disabledAt: new Date() })
  await createStaff(database(), { name: "C", joinedAt: null, passwordHash: null })
  expect((await listStaff(admin)).filter(({ id }) => id !== admin.id)).toMatchObject([
    { name: "A", state: "active", seenAt: at, isNew: true },
    { name: "B", state: "suspended", seenAt: null },
    { name: "C", state: "invited", seenAt: null },
  ])
})
