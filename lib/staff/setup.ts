import "server-only"
import { eq, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { hashPassword } from "@/lib/auth/password"
import { endSessionsOf } from "@/lib/auth/sessions"
import { may } from "@/lib/auth/staff"
import { makeStaffLink, readStaffLink, takeStaffLink } from "@/lib/auth/staff-links"
import { queueNotice } from "@/lib/credentials/notices"
import { ensureByline } from "@/lib/staff/byline"
import { revokeLinks } from "@/lib/staff/revoked-links"
import { type LinkAnswer, type LinkGone, linkGone, withStaffLink } from "@/lib/staff/with-link"

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
): Promise<{ ok: true; id: number } | LinkGone> {
  if ((await readStaffLink(token))?.purpose !== "setup") return linkGone
  const passwordHash = await hashPassword(password)
  return transaction(async (tx, changed) => {
    if (await hasStaff(tx)) return linkGone
    if ((await takeStaffLink(tx, token))?.purpose !== "setup") return linkGone
    const [person] = await tx
      .insert(staff)
      .values({ name, email, passwordHash, roles: ["admin"], joinedAt: sql`now()` })
      .returning()
    if (!person) throw new Error("The database gave no person back.")
    await ensureByline(tx, person.id)
    await recordEvent(tx, { staffId: person.id, memberId: person.id, action: "first_admin_made" })
    changed("report")
    return { ok: true, id: person.id }
  })
}

/**
 * Sets the password of the person whose link this is and answers who they are; every session opened before ends. With a
 * name, it joins somebody who was invited: only then do they get the byline that their roles call for.
 */
export async function setPassword(token: string, password: string, name?: string): Promise<LinkAnswer> {
  const purpose = name === undefined ? "reset" : "invite"
  const passwordHash = await hashPassword(password)
  const joining = name === undefined ? {} : { name, joinedAt: sql`now()` }
  return withStaffLink(token, purpose, async ({ tx, changed }, person) => {
    await tx
      .update(staff)
      .set({ passwordHash, ...joining })
      .where(eq(staff.id, person.id))
    if (name !== undefined && may(person, "posts.write-own")) await ensureByline(tx, person.id)
    if (name === undefined) await queueNotice(tx, { ...person, what: "password" })
    await endSessionsOf(person.id, { db: tx })
    await revokeLinks(tx, person.id)
    await recordEvent(tx, { staffId: person.id, memberId: person.id, action: "password_set" })
    // They may be one more who answers appeals.
    changed("report")
  })
}

/** Uses up a link that was mailed to sign somebody in, and answers who they are. */
export function signInByLink(token: string): Promise<LinkAnswer> {
  return withStaffLink(token, "sign_in", async () => {})
}

async function hasStaff(tx: Transaction): Promise<boolean> {
  await lock(tx, "first-admin")
  const rows = await tx.select({ id: staff.id }).from(staff).limit(1)
  return rows.length > 0
}
