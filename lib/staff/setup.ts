import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { staff } from "@/db/schema/staff"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { forgiveGuesses } from "@/lib/auth/guess-limits"
import { hashPassword } from "@/lib/auth/password"
import { endSessionsOf } from "@/lib/auth/sessions"
import { may } from "@/lib/auth/staff"
import {
  endStaffLinks,
  type LinkPurpose,
  makeStaffLink,
  readStaffLink,
  takeStaffLink,
} from "@/lib/auth/staff-links"
import { queueNotice } from "@/lib/credentials/notices"
import { ensureByline } from "@/lib/staff/byline"
import { revokeLinks } from "@/lib/staff/revoked-links"

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
  return withLink(token, purpose, async ({ tx, changed }, person) => {
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
  return withLink(token, "sign_in", async () => {})
}

type Person = typeof staff.$inferSelect

type LinkAnswer = { ok: true; id: number; email: string } | typeof gone

const gone = { ok: false, reason: "link-gone" } as const

async function withLink(
  token: string,
  purpose: LinkPurpose,
  work: (at: { tx: Transaction; changed: Changed }, person: Person) => Promise<void>,
): Promise<LinkAnswer> {
  const link = await readStaffLink(token)
  const id = link?.person?.id
  if (link?.purpose !== purpose || id === undefined) return gone
  const person = await transaction(async (tx, changed) => {
    // The person before the link, as `resetStaff` locks them.
    const [row] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.id, id), isNull(staff.disabledAt)))
      .for("update")
    if (!row || (await takeStaffLink(tx, token))?.staffId !== id) return null
    await work({ tx, changed }, row)
    await endStaffLinks(tx, id)
    return row
  })
  if (!person) return gone
  // Someone may have used up the tries of this address; its owner has just proved who they are.
  await forgiveGuesses({ email: person.email, device: undefined })
  return { ok: true, id: person.id, email: person.email }
}

async function hasStaff(tx: Transaction): Promise<boolean> {
  await lock(tx, "first-admin")
  const rows = await tx.select({ id: staff.id }).from(staff).limit(1)
  return rows.length > 0
}
