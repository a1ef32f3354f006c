import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { mailDeliveries } from "@/db/schema/newsletter"
import { rateLimits } from "@/db/schema/settings"
import { startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { findStaffBySession } from "@/lib/auth/viewer"
import { takeDueDelivery } from "@/lib/mail/delivery-lease"
import { requestEmailChange } from "@/lib/staff/account"
import { resendInvitation, sendInvitation } from "@/lib/staff/invitations"
import { addressesOfOne, invitationsOfOne, linksInAll } from "@/lib/staff/limits"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { staffLinkMail } from "@/lib/staff/mail"
import { everyone } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

beforeEach(() => database().delete(rateLimits))

async function signedIn(role: "admin" | "writer") {
  const { id } = await createStaff(database(), { roles: [role] })
  return (await findStaffBySession(await startSession(id))) as Staff
}

const address = () => `${randomUUID()}@example.org`

test("an admin sends so many invitations in an hour, first ones and repeated ones; another admin goes on", async () => {
  const [ana, ben] = [await signedIn("admin"), await signedIn("admin")]
  const { id } = await createStaff(database(), { joinedAt: null, passwordHash: null })
  const person = (): Parameters<typeof sendInvitation>[1] => ({
    email: address(),
    name: "Wren",
    roles: ["writer"],
  })
  for (let sent = 0; sent < invitationsOfOne.max; sent += 2) {
    expect(await sendInvitation(ana, person())).toEqual({ ok: true })
    expect(await resendInvitation(ana, id)).toEqual({ ok: true })
  }
  const mails = await database().$count(mailDeliveries)
  const refused = { ok: false, reason: "too-many" }
  expect(await sendInvitation(ana, person())).toEqual(refused)
  expect(await resendInvitation(ana, id)).toEqual(refused)
  expect(await database().$count(mailDeliveries)).toBe(mails)
  expect(await resendInvitation(ben, id)).toEqual({ ok: true })
})

test("somebody who may not invite is told so however often they try, and nothing is counted", async () => {
  const writer = await signedIn("writer")
  for (let tries = 0; tries <= invitationsOfOne.max; tries++)
    expect(await resendInvitation(writer, writer.id)).toEqual({ ok: false, reason: "not-allowed" })
  expect(await database().$count(rateLimits)).toBe(0)
})

test("somebody has a link mailed to so many new addresses in an hour; a colleague is not held up", async () => {
  const [ana, ben] = [await signedIn("writer"), await signedIn("writer")]
  for (let asked = 0; asked < addressesOfOne.max; asked++)
    expect(await requestEmailChange(ana, address())).toEqual({ ok: true })
  const mails = await database().$count(mailDeliveries)
  expect(await requestEmailChange(ana, address())).toEqual({ ok: false })
  expect(await database().$count(mailDeliveries)).toBe(mails)
  expect(await requestEmailChange(ben, address())).toEqual({ ok: true })
})

test("a crowd of networks has no more links mailed than all may have, and addresses of nobody use up none of them", async () => {
  const { email } = await createStaff(database())
  const mailed = async (recipient: string) => {
    await database().delete(mailDeliveries)
    await requestStaffLink({ email: recipient, purpose: "sign_in", network: "192.0.2.1" })
    const delivery = await takeDueDelivery()
    return delivery && staffLinkMail(delivery, "The Paper")
  }
  for (let sent = 1; sent < linksInAll.max; sent++) await countAgainst(linksInAll, everyone)
  for (let n = 0; n < 3; n++) expect(await mailed(address())).toBeNull()
  expect(await mailed(email)).not.toBeNull()
  expect(await mailed(email)).toBeNull()
})
