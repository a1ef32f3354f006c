import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { forgiveGuesses } from "@/lib/auth/guess-limits"
import { hashPassword } from "@/lib/auth/password"
import { endSessionsOf } from "@/lib/auth/sessions"
import { makeStaffLink, readStaffLink, takeStaffLink } from "@/lib/auth/staff-links"
import { ensureByline } from "@/lib/staff/byline"

/**
 * A fresh link whose visitor becomes the first administrator, or `null` when staff exist. An older link of
 * the kind ends, so only the one printed last works.
 */
export function firstAdminLink(): Promise<string | null> {
  return database().transaction(async (tx) => {
    if (await hasStaff(tx)) return null
    return makeStaffLink(tx, { purpose: "setup", staffId: null })
  })
}

/** Makes the first administrator and answers their id. Of two visitors at once one wins; the other's link is gone. */
export async function becomeFirstAdmin(
  token: string,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<{ ok: true; id: number } | typeof gone> {
  if ((await readStaffLink(token))?.purpose !== "setup") return gone
  const passwordHash = await hashPassword(password)
  return transaction(async (tx, changed) => {
    if (await hasStaff(tx)) return gone
    if ((await takeStaffLink(tx, token))?.purpose !== "setup") return gone
    const [person] = await tx
      .insert(staff)
      .values({ name, email, passwordHash, roles: ["admin"] })
      .returning()
    if (!person) throw new Error("The database gave no person back.")
    await ensureByline(tx, person.id)
    await recordEvent(tx, { staffId: person.id, memberId: person.id, action: "first_admin_made" })
    changed("report")
    return { ok: true, id: person.id }
  })
}

/** Sets the password of whom the link was made for and answers their id; every session opened before ends. */
export async function setPassword(
  token: string,
  password: string,
): Promise<{ ok: true; id: number } | typeof gone> {
  const link = await readStaffLink(token)
  const invited = link?.person
  if (!invited) return gone
  const passwordHash = await hashPassword(password)
  const person = await transaction(async (tx, changed) => {
    // The person before the link, as `resetStaff` locks them.
    await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, invited.id)).for("update")
    const staffId = (await takeStaffLink(tx, token))?.staffId
    if (staffId !== invited.id) return null
    const [row] = await tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
      .returning({ id: staff.id, email: staff.email })
    if (!row) return null
    await endSessionsOf(row.id, { db: tx })
    await recordEvent(tx, { staffId: row.id, memberId: row.id, action: "password_set" })
    // They may be one more who answers appeals.
    changed("report")
    return row
  })
  if (!person) return gone
  // Someone may have used up the tries of this address; its owner has just proved who they are.
  await forgiveGuesses({ email: person.email, device: undefined })
  return { ok: true, id: person.id }
}

const gone = { ok: false, reason: "link-gone" } as const

async function hasStaff(tx: Transaction): Promise<boolean> {
  await lock(tx, "first-admin")
  const rows = await tx.select({ id: staff.id }).from(staff).limit(1)
  return rows.length > 0
}
