import "server-only"
import { asc, eq, max } from "drizzle-orm"
import { database } from "@/db/client"
import { sessions, staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { endSessionsOf } from "@/lib/auth/sessions"
import { may, type Role } from "@/lib/auth/staff"
import { linkHours, makeStaffLink } from "@/lib/auth/staff-links"
import { ensureByline } from "@/lib/staff/byline"

/** Puts someone on the staff, with a byline if they may write; answers the link, or `null` when they are. */
export function inviteStaff(person: { email: string; name: string; roles: Role[] }): Promise<string | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(staff)
      .values(person)
      .onConflictDoNothing({ target: staff.email })
      .returning()
    if (!row) return null
    if (may(row, "posts.write-own")) await ensureByline(tx, row.id)
    await recordEvent(tx, {
      memberId: row.id,
      action: "staff_invited",
      detail: { roles: row.roles.join(", ") },
    })
    return makeStaffLink(tx, { purpose: "invite", staffId: row.id })
  })
}

/**
 * A new link for someone on the staff. Whoever asks for this on the machine may be shutting out a thief, so
 * the old password and every session end now and not when the link is used.
 */
export function resetStaff(email: string): Promise<{ link: string; hours: number } | null> {
  return transaction(async (tx, changed) => {
    const [person] = await tx.select().from(staff).where(eq(staff.email, email)).for("update")
    if (!person) return null
    const purpose = person.passwordHash === null ? "invite" : "reset"
    await tx.update(staff).set({ passwordHash: null }).where(eq(staff.id, person.id))
    await endSessionsOf(person.id, { db: tx })
    await recordEvent(tx, { memberId: person.id, action: "password_reset" })
    // Until they have chosen another, they answer no appeals.
    changed("report")
    const link = await makeStaffLink(tx, { purpose, staffId: person.id })
    return { link, hours: linkHours[purpose] }
  })
}

/** Everyone on the staff, for the terminal. */
export async function listStaff() {
  const rows = await database()
    .select({
      email: staff.email,
      name: staff.name,
      roles: staff.roles,
      passwordHash: staff.passwordHash,
      disabledAt: staff.disabledAt,
      seenAt: max(sessions.lastSeenAt),
    })
    .from(staff)
    .leftJoin(sessions, eq(sessions.staffId, staff.id))
    .groupBy(staff.id)
    .orderBy(asc(staff.email))
  return rows.map(({ passwordHash, disabledAt, seenAt, roles, ...person }) => ({
    ...person,
    roles: roles.join(","),
    state: stateOf({ passwordHash, disabledAt, seenAt }),
  }))
}

function stateOf(row: { passwordHash: string | null; disabledAt: Date | null; seenAt: Date | null }): string {
  if (row.disabledAt) return "disabled"
  if (row.passwordHash === null) return "has to choose a password"
  return row.seenAt
    ? `last seen ${row.seenAt.toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "never signed in"
}
