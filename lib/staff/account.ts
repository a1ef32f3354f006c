import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { hashPassword } from "@/lib/auth/password"
import { endSession, endSessionsOf } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { readStaffLink, takeStaffLink } from "@/lib/auth/staff-links"
import { queueNotice } from "@/lib/credentials/notices"
import { queueDelivery } from "@/lib/mail/deliveries"
import { addressesOfOne } from "@/lib/staff/limits"
import { revokeLinks } from "@/lib/staff/revoked-links"
import { takeAddress } from "@/lib/staff/take-address"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

/** Sets one's own name as colleagues see it. */
export async function renameMember(tx: Transaction, id: number, name: string): Promise<void> {
  const rows = await tx
    .update(staff)
    .set({ name })
    .where(and(eq(staff.id, id), sql`${staff.name} <> ${name}`))
    .returning({ id: staff.id })
  if (rows.length > 0) await recordEvent(tx, { staffId: id, memberId: id, action: "name_changed" })
}

/**
 * Has a link mailed to one's own new address, unless this session ends before; the old one stays until it is used. Whether a colleague has the address is
 * not in the answer.
 */
export async function requestEmailChange({ id, sessionId }: Staff, email: string): Promise<{ ok: boolean }> {
  if (!(await countAgainst(addressesOfOne, ofRow(id))).ok) return { ok: false }
  await transaction(async (tx) => {
    const dedupeKey = randomUUID()
    const content = { purpose: "email", session: sessionId }
    await queueDelivery(tx, { kind: "staff_link", recipient: email, staffId: id, content, dedupeKey })
    await recordEvent(tx, { staffId: id, memberId: id, action: "email_change_asked" })
  })
  return { ok: true }
}

/** Makes the address that a link was mailed to the one somebody signs in with, and tells the old one. */
export async function confirmNewEmail(token: string): Promise<{ ok: boolean }> {
  const link = await readStaffLink(token)
  const id = link?.person?.id
  if (link?.purpose !== "email" || id === undefined) return { ok: false }
  return transaction(async (tx) => {
    const [before] = await tx.select().from(staff).where(eq(staff.id, id)).for("update")
    const taken = await takeStaffLink(tx, token)
    if (!before || before.disabledAt || taken?.staffId !== id || taken.newEmail === null) return { ok: false }
    const email = taken.newEmail
    if (!(await takeAddress(tx, { id, email }))) return { ok: false }
    // Those that went to the old address.
    await revokeLinks(tx, id)
    await queueNotice(tx, { id, email: before.email, what: "email" })
    await recordEvent(tx, { staffId: id, memberId: id, action: "email_changed" })
    return { ok: true }
  })
}

/** Sets one's own new password: every other session ends, and every link that was mailed. */
export async function changeOwnPassword({ id, sessionId }: Staff, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    const [person] = await tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, id), isNull(staff.disabledAt)))
      .returning({ email: staff.email })
    if (!person) return
    await endSessionsOf(id, { keep: sessionId, db: tx })
    await revokeLinks(tx, id)
    await queueNotice(tx, { id, email: person.email, what: "password" })
    await recordEvent(tx, { staffId: id, memberId: id, action: "password_set" })
  })
}

/**
 * Ends one of one's own sessions, or all but this one, and answers whether any was open. Links end with it: they
 * may have been asked for in that session. Somebody else's stays as it is.
 */
export function endOwnSession({ id, sessionId }: Staff, session: string): Promise<boolean> {
  return transaction(async (tx) => {
    // The person before their sessions, as wherever both are locked.
    await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, id)).for("update")
    const ended =
      session === "others"
        ? await endSessionsOf(id, { keep: sessionId, db: tx })
        : await endSession(session, { ofStaffId: id, db: tx })
    if (!ended) return false
    await revokeLinks(tx, id)
    await recordEvent(tx, { staffId: id, memberId: id, action: "sessions_ended" })
    return true
  })
}
