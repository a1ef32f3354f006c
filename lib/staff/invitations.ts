import "server-only"
import { eq } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { endSessionsOf } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { linkHours, makeStaffLink } from "@/lib/auth/staff-links"
import { removeSecondFactors } from "@/lib/credentials/remove-all"
import { addMember, type Invited } from "@/lib/staff/add-member"
import { mailInvitation } from "@/lib/staff/invitation-mail"
import { invitationsOfOne } from "@/lib/staff/limits"
import { refusedFor, withLockedMember } from "@/lib/staff/locked-member"
import { revokeLinks } from "@/lib/staff/revoked-links"
import type { StaffOutcome } from "@/lib/staff/types"
import { recentSalts } from "@/lib/visitors/daily-salts"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

type ResetOutcome =
  | { ok: true; link: string; hours: number; hadFactors: boolean }
  | { ok: false; reason: "unknown" | "suspended" | "withdrawn" }

/** Puts somebody on the staff and mails them a link. */
export async function sendInvitation(admin: Staff, person: Invited): Promise<StaffOutcome> {
  await recentSalts(new Date())
  return withLockedMember(admin, admin.id, async ({ tx, staffId }) => {
    if (!(await mayMail(tx, admin))) return refusedFor("too-many")
    const id = await addMember(tx, person, staffId)
    if (id === null) return refusedFor("already")
    await mailInvitation(tx, admin, { id, email: person.email })
    return { ok: true }
  })
}

/** Mails another link to somebody who has not joined yet; the older one ends when the new one is sent. */
export async function resendInvitation(admin: Staff, id: number): Promise<StaffOutcome> {
  await recentSalts(new Date())
  return withLockedMember(admin, id, async ({ tx, member, staffId }) => {
    if (member.joinedAt) return refusedFor("joined")
    if (!(await mayMail(tx, admin))) return refusedFor("too-many")
    await mailInvitation(tx, admin, member)
    await recordEvent(tx, { staffId, memberId: id, action: "invitation_sent_again" })
    return { ok: true }
  })
}

/** Puts somebody on the staff from the terminal; answers the link, or `null` when they are on it already. */
export function inviteStaff(person: Invited): Promise<string | null> {
  return transaction(async (tx) => {
    const id = await addMember(tx, person, null)
    return id === null ? null : makeStaffLink(tx, { purpose: "invite", staffId: id })
  })
}

/**
 * A new link for someone on the staff. The operator may ask for it because the account is in other hands or the phone is
 * lost, so every way in ends now and not when the link is used: password, passkeys, authenticator app and sessions.
 */
export function resetStaff(email: string): Promise<ResetOutcome> {
  return transaction(async (tx, changed) => {
    const [person] = await tx.select().from(staff).where(eq(staff.email, email)).for("update")
    if (!person) return { ok: false, reason: "unknown" }
    // Their links open nothing, so the password that they have stays.
    if (person.disabledAt) return { ok: false, reason: person.joinedAt ? "suspended" : "withdrawn" }
    const purpose = person.joinedAt === null ? "invite" : "reset"
    await tx.update(staff).set({ passwordHash: null }).where(eq(staff.id, person.id))
    await endSessionsOf(person.id, { db: tx })
    await revokeLinks(tx, person.id)
    await recordEvent(tx, { memberId: person.id, action: "password_reset" })
    const hadFactors = await removeSecondFactors(tx, person.id)
    if (hadFactors) await recordEvent(tx, { memberId: person.id, action: "second_factors_removed" })
    // Until they have chosen another, they answer no appeals.
    changed("report")
    const link = await makeStaffLink(tx, { purpose, staffId: person.id })
    return { ok: true, link, hours: linkHours[purpose], hadFactors }
  })
}

/** Somebody on the staff, for the terminal. */
export async function findMember(email: string): Promise<{ id: number; hasJoined: boolean } | null> {
  const [row] = await database().select().from(staff).where(eq(staff.email, email))
  return row ? { id: row.id, hasJoined: row.joinedAt !== null } : null
}

/** The day's salts are at hand by then: a transaction that asks for them over a second connection can wait for ever. */
async function mayMail(tx: Transaction, admin: Staff): Promise<boolean> {
  return (await countAgainst(invitationsOfOne, ofRow(admin.id), tx)).ok
}
