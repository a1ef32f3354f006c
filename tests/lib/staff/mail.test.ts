import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { mailDeliveries } from "@/db/schema/newsletter"
import { rateLimits } from "@/db/schema/settings"
import { staffLinks, staff as staffTable } from "@/db/schema/staff"
import { hashPassword, verifyPassword } from "@/lib/auth/password"
import { startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { readStaffLink } from "@/lib/auth/staff-links"
import { findStaffBySession } from "@/lib/auth/viewer"
import { changeOwnName } from "@/lib/authors/mutations"
import { changeOwnPassword, confirmNewEmail, endOwnSession, requestEmailChange } from "@/lib/staff/account"
import { inviteStaff, resendInvitation, resetStaff, sendInvitation } from "@/lib/staff/invitations"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { endAllSessions, reactivate, suspend } from "@/lib/staff/mutations"
import { setPassword, signInByLink } from "@/lib/staff/setup"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { startSink } from "../mail/sink.ts"

withFreshDatabase()

const where: { SMTP_URL?: string } = vi.hoisted(() => ({}))
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>()
  return { ...real, env: () => ({ ...real.env(), ...where }) }
})
const { mailLane } = await import("@/lib/mail/jobs")
const { renderDelivery } = await import("@/lib/ops/mail-templates")

let sink: Awaited<ReturnType<typeof startSink>>
let admin: Staff

beforeAll(async () => {
  sink = await startSink()
  where.SMTP_URL = sink.url
  admin = await signedIn({ roles: ["admin"] })
})
afterAll(() => sink.close())
beforeEach(async () => {
  await database().delete(rateLimits)
})

const password = "a few unrelated words"
const network = "192.0.2.1"

async function signedIn(fields: Parameters<typeof createStaff>[1] = {}) {
  const row = await createStaff(database(), { passwordHash: await hashPassword(password), ...fields })
  return (await findStaffBySession(await startSession(row.id))) as Staff
}

/** Sends all that is queued, and answers what arrived. */
async function arrived() {
  const before = sink.received.length
  await mailLane(renderDelivery).runDue(new AbortController().signal)
  return sink.received.slice(before)
}

async function oneMail() {
  const [message, ...more] = await arrived()
  expect(more).toEqual([])
  if (!message) throw new Error("Nothing arrived.")
  const [link = ""] = /http:\/\/localhost:3000\/setup\/[\w-]+/.exec(message.mail.text ?? "") ?? []
  return { ...message, token: link.split("/").at(-1) ?? "" }
}

test("an invitation reaches the mailbox with its roles, joins its person once, and the database never held the link", async () => {
  const email = "wren@example.org"
  expect(await sendInvitation(admin, { email, name: "Wren", roles: ["writer", "moderator"] })).toEqual({
    ok: true,
  })
  const { to, mail, token, raw } = await oneMail()
  expect(to).toEqual([email])
  expect(mail.subject).toMatch(/^You are invited to join the staff of /)
  expect(mail.text).toContain(`${admin.name} invites you to work at `)
  expect(mail.text).toContain("Your roles: Writer, Moderator.")
  expect(mail.text).toContain("within 72 hours")
  expect(mail.html).toContain(`/setup/${token}`)
  expect(raw).not.toMatch(/^(cc|bcc):/im)
  const kept = await database().execute(sql`
    select to_jsonb(l)::text || encode(token_hash, 'escape') from staff_links l
    union all select to_jsonb(d)::text from mail_deliveries d`)
  expect(JSON.stringify(kept)).not.toContain(token)

  expect((await readStaffLink(token))?.person?.name).toBe("Wren")
  expect(await setPassword(token, password)).toMatchObject({ ok: false })
  expect(await setPassword(token, password, "Wren Ödegård")).toMatchObject({ ok: true, email })
  expect(await setPassword(token, password, "Wren")).toMatchObject({ ok: false })
  const [row] = await database().select().from(staffTable).where(eq(staffTable.email, email))
  expect(row).toMatchObject({ name: "Wren Ödegård", joinedAt: expect.any(Date) })
})

test("whoever is invited reads whose staff they are to join, and one role as one", async () => {
  await sendInvitation(admin, { email: "siskin@example.org", name: "Siskin", roles: ["editor"] })
  const { mail } = await oneMail()
  expect(mail.text).toContain("You are invited to join the staff of ")
  expect(mail.text).toContain("Your role: Editor.")
})

test("another invitation ends the link of the first, and a withdrawn one is not sent", async () => {
  const email = "linnet@example.org"
  await sendInvitation(admin, { email, name: "Linnet", roles: ["editor"] })
  const first = await oneMail()
  const id = (await readStaffLink(first.token))?.person?.id ?? 0
  expect(await resendInvitation(admin, id)).toEqual({ ok: true })
  // Until the new one is sent the old one works.
  expect(await readStaffLink(first.token)).not.toBeNull()
  const second = await oneMail()
  expect(await readStaffLink(first.token)).toBeNull()
  expect(await readStaffLink(second.token)).not.toBeNull()

  await resendInvitation(admin, id)
  await suspend(admin, id)
  expect(await arrived()).toEqual([])
  expect(await readStaffLink(second.token)).toBeNull()
})

test("ASVS 6.3.7, 6.4.3: a forgotten password is set anew by a mailed link, which ends every session and is told by mail", async () => {
  const person = await signedIn()
  expect(await requestStaffLink({ email: person.email, purpose: "reset", network })).toEqual({ ok: true })
  const { token, mail } = await oneMail()
  expect(mail.text).toContain("within an hour")
  expect(await signInByLink(token)).toMatchObject({ ok: false })
  expect(await confirmNewEmail(token)).toEqual({ ok: false })
  expect(await findStaffBySession(person.sessionId)).not.toBeNull()
  expect(await setPassword(token, "some other unrelated words")).toMatchObject({ ok: true, id: person.id })
  expect(await findStaffBySession(person.sessionId)).toBeNull()
  const told = await oneMail()
  expect([told.to, told.mail.subject]).toEqual([
    [person.email],
    expect.stringMatching(/^Your password at .* was changed$/),
  ])
  expect(told.raw).not.toContain("/setup/")
})

test("ASVS 6.5.1: a mailed link signs in once, sets no password, and is over after its time", async () => {
  const person = await signedIn()
  const ask = () => requestStaffLink({ email: person.email, purpose: "sign_in", network })
  await ask()
  const { token } = await oneMail()
  expect(await setPassword(token, "some other unrelated words")).toMatchObject({ ok: false })
  const uses = await Promise.all(Array.from({ length: 10 }, () => signInByLink(token)))
  expect(uses.filter(({ ok }) => ok)).toEqual([{ ok: true, id: person.id, email: person.email }])

  await ask()
  const late = await oneMail()
  await database().update(staffLinks).set({ expiresAt: sql`now()` })
  expect(await signInByLink(late.token)).toMatchObject({ ok: false })
})

test("nothing is mailed to a stranger, somebody suspended, or a list of addresses", async () => {
  const suspended = await createStaff(database(), { disabledAt: new Date() })
  for (const email of ["nobody@example.org", suspended.email])
    for (const purpose of ["reset", "sign_in"] as const)
      expect(await requestStaffLink({ email, purpose, network })).toEqual({ ok: true })
  expect(await arrived()).toEqual([])
})

test("whoever lost the invitation gets another when they ask for a link, for a week after an admin sent it", async () => {
  const email = "lost@example.org"
  await inviteStaff({ email, name: "Lost", roles: ["admin"] })
  const ask = () => requestStaffLink({ email, purpose: "sign_in", network })
  await ask()
  const link = await readStaffLink((await oneMail()).token)
  expect(link?.purpose).toBe("invite")
  await tamper((tx) => tx.execute(sql`update audit_events set created_at = now() - interval '8 days'`))
  await ask()
  expect(await arrived()).toEqual([])
  expect(await resendInvitation(admin, link?.person?.id ?? 0)).toEqual({ ok: true })
  await oneMail()
  await ask()
  await oneMail()
})

test("after the operator's reset a mailed link sets a password and lets nobody in without one", async () => {
  const { email } = await signedIn()
  await resetStaff(email)
  await requestStaffLink({ email, purpose: "sign_in", network })
  expect((await readStaffLink((await oneMail()).token))?.purpose).toBe("reset")
})

test("strangers can have five links an hour sent to one mailbox, however its address is written", async () => {
  const answers = []
  for (const n of [1, 2, 3, 4, 5, 6])
    answers.push(
      await requestStaffLink({ email: `n.obody+${n}@gmail.com`, purpose: "reset", network: `192.0.2.${n}` }),
    )
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
})

test("ASVS 6.3.7: a new address counts once its own mailbox has confirmed it, and the old one is told", async () => {
  const person = await signedIn()
  const email = "new-address@example.org"
  const old = await requestStaffLink({ email: person.email, purpose: "sign_in", network })
  expect(old.ok).toBe(true)
  const toOld = await oneMail()
  expect(await requestEmailChange(person, email)).toEqual({ ok: true })
  const { to, token } = await oneMail()
  expect(to).toEqual([email])
  expect((await findStaffBySession(person.sessionId))?.email).toBe(person.email)
  // What was mailed to the old address ends with the new link.
  expect(await readStaffLink(toOld.token)).toBeNull()

  expect(await confirmNewEmail(token)).toEqual({ ok: true })
  expect(await confirmNewEmail(token)).toEqual({ ok: false })
  expect((await findStaffBySession(person.sessionId))?.email).toBe(email)
  const told = await oneMail()
  expect([told.to, told.mail.subject]).toEqual([
    [person.email],
    expect.stringMatching(/^Your email address at .* was changed$/),
  ])
  expect(told.raw).not.toContain(email)
  await requestStaffLink({ email: person.email, purpose: "reset", network })
  expect(await arrived()).toEqual([])
})

/** What a thief may have asked for with somebody's session, while the mail server takes nothing. */
const revocations: Record<string, (owner: Staff, thief: Staff) => Promise<unknown>> = {
  "the owner changes the password": (owner) => changeOwnPassword(owner, "some other unrelated words"),
  "the owner ends that session": (owner, thief) => endOwnSession(owner, thief.sessionId),
  "the owner ends all other sessions": (owner) => endOwnSession(owner, "others"),
  "an admin ends all sessions": (owner) => endAllSessions(admin, owner.id),
  "an admin suspends and reactivates": async (owner) => {
    await suspend(admin, owner.id)
    await reactivate(admin, owner.id)
  },
  "the operator resets the password": (owner) => resetStaff(owner.email),
}

for (const [name, revoke] of Object.entries(revocations)) {
  test(`an address change that waits for the mail server comes to nothing once ${name}`, async () => {
    const owner = await signedIn()
    const thief = (await findStaffBySession(await startSession(owner.id))) as Staff
    const email = `thief-${owner.id}@example.org`
    await requestEmailChange(thief, email)
    sink.refuseNext({ code: 451, text: "later" })
    expect(await arrived()).toEqual([])
    await revoke(owner, thief)
    await database()
      .update(mailDeliveries)
      .set({ dueAt: sql`now()` })
      .where(eq(mailDeliveries.state, "queued"))
    expect((await arrived()).flatMap(({ to }) => to)).not.toContain(email)
    const row = await database().select().from(staffLinks).where(eq(staffLinks.newEmail, email))
    expect(row).toEqual([])
  })
}

test("an address change is mailed at a later try while the session that asked for it is open", async () => {
  const person = await signedIn()
  await requestEmailChange(person, "second-try@example.org")
  sink.refuseNext({ code: 451, text: "later" })
  expect(await arrived()).toEqual([])
  await database().update(mailDeliveries).set({ dueAt: sql`now()` }).where(eq(mailDeliveries.state, "queued"))
  expect(await confirmNewEmail((await oneMail()).token)).toEqual({ ok: true })
  await arrived()
})

test("a stranger who asks for links ends none of those that somebody has, and one that is used ends them all", async () => {
  const person = await signedIn()
  await requestEmailChange(person, "wished-for@example.org")
  const change = await oneMail()
  const ask = async () => {
    await requestStaffLink({ email: person.email, purpose: "sign_in", network })
    return (await oneMail()).token
  }
  const [first, second] = [await ask(), await ask()]
  for (const token of [change.token, first, second]) expect(await readStaffLink(token)).not.toBeNull()
  expect(await signInByLink(first)).toMatchObject({ ok: true })
  for (const token of [change.token, first, second]) expect(await readStaffLink(token)).toBeNull()
})

test("a colleague's address cannot be taken, neither when it is asked for nor when it is confirmed", async () => {
  const [ana, ben] = [await signedIn(), await signedIn()]
  await requestEmailChange(ana, ben.email)
  expect(await arrived()).toEqual([])
  const email = "wanted-by-two@example.org"
  await requestEmailChange(ana, email)
  await requestEmailChange(ben, email)
  const tokens = (await arrived()).map(({ mail }) => /\/setup\/([\w-]+)/.exec(mail.text ?? "")?.[1] ?? "")
  expect(await confirmNewEmail(tokens[0] ?? "")).toEqual({ ok: true })
  expect(await confirmNewEmail(tokens[1] ?? "")).toEqual({ ok: false })
  await arrived()
})

test("of two who confirm the same address at the same moment one gets it, and the other an answer", async () => {
  for (let round = 0; round < 5; round++) {
    const email = `both-${round}@example.org`
    for (const person of [await signedIn(), await signedIn()]) await requestEmailChange(person, email)
    const tokens = (await arrived()).map(({ mail }) => /\/setup\/([\w-]+)/.exec(mail.text ?? "")?.[1] ?? "")
    const answers = await Promise.all(tokens.map(confirmNewEmail))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    await arrived()
  }
})

test("ASVS 6.2.2, 6.3.7, 7.4.3: one's own new password ends the other sessions and every link, and is told by mail", async () => {
  const person = await signedIn()
  const elsewhere = await startSession(person.id)
  await requestStaffLink({ email: person.email, purpose: "sign_in", network })
  const { token } = await oneMail()
  await changeOwnPassword(person, "some other unrelated words")
  expect(await findStaffBySession(person.sessionId)).not.toBeNull()
  expect(await findStaffBySession(elsewhere)).toBeNull()
  expect(await readStaffLink(token)).toBeNull()
  const [row] = await database().select().from(staffTable).where(eq(staffTable.id, person.id))
  expect(await verifyPassword(row?.passwordHash, "some other unrelated words")).toBe(true)
  expect((await oneMail()).to).toEqual([person.email])
})

test("the log tells of each change of an account, and holds no name and no address", async () => {
  const person = await signedIn({ name: "Before" })
  await changeOwnName(person, "After")
  await changeOwnName(person, "After")
  await requestEmailChange(person, "after@example.org")
  await confirmNewEmail((await oneMail()).token)
  await changeOwnPassword(person, "some other unrelated words")
  const events = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.memberId, person.id))
    .orderBy(auditEvents.id)
  expect(events.map(({ action, staffId }) => [action, staffId])).toEqual([
    ["name_changed", person.id],
    ["email_change_asked", person.id],
    ["email_changed", person.id],
    ["password_set", person.id],
  ])
  expect(JSON.stringify(events)).not.toMatch(/@|After|Before/)
  const kept = await database().select({ content: mailDeliveries.content }).from(mailDeliveries)
  expect(JSON.stringify(kept)).not.toContain("@")
})
