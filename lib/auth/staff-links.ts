import "server-only"
import { randomBytes } from "node:crypto"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { staff, staffLinks } from "@/db/schema/staff"
import { siteAddress } from "@/db/site"
import { env } from "@/lib/env"
import { sha256 } from "@/lib/secrets"

export type LinkPurpose = (typeof staffLinks.$inferSelect)["purpose"]

type NewLink = {
  purpose: LinkPurpose
  staffId: number | null
  newEmail?: string
  keepsOlder?: boolean
}

/** Long enough to reach someone by mail; shorter where it lets somebody in who has an account. */
export const linkHours: Record<LinkPurpose, number> = {
  setup: 24,
  invite: 72,
  reset: 1,
  sign_in: 1,
  email: 24,
}

/**
 * Makes a one-time link and ends the older ones for the same person. Only the hash of
 * its 256 random bits is kept, so the link exists where it was sent and nowhere else.
 * @param keepsOlder for what strangers can ask for: they would end the links that somebody needs
 */
export async function makeStaffLink(
  db: Queryable,
  { purpose, staffId, newEmail, keepsOlder = false }: NewLink,
): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  if (!keepsOlder) await endStaffLinks(db, staffId)
  await db.insert(staffLinks).values({
    tokenHash: sha256(token),
    purpose,
    staffId,
    newEmail,
    expiresAt: sql`now() + make_interval(hours => ${linkHours[purpose]})`,
  })
  // A command may be run with other settings than the app, whose page the link opens.
  return `${(await siteAddress(db)) ?? env().SITE_URL}/setup/${token}`
}

/** Ends every link of one person; of nobody, those that make the first administrator. */
export async function endStaffLinks(db: Queryable, staffId: number | null): Promise<void> {
  await db
    .delete(staffLinks)
    .where(staffId === null ? isNull(staffLinks.staffId) : eq(staffLinks.staffId, staffId))
}

export type StaffLink = {
  purpose: LinkPurpose
  person: { id: number; name: string; email: string } | null
  newEmail: string | null
}

/** What a link is for, or `null` when it is unknown, used, replaced or too old. Changes nothing. */
export async function readStaffLink(token: string): Promise<StaffLink | null> {
  const [row] = await database()
    .select({
      purpose: staffLinks.purpose,
      newEmail: staffLinks.newEmail,
      person: { id: staff.id, name: staff.name, email: staff.email },
    })
    .from(staffLinks)
    .leftJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(and(isGood(token), isNull(staff.disabledAt)))
  return row ?? null
}

export type TakenLink = Pick<typeof staffLinks.$inferSelect, "purpose" | "staffId" | "newEmail">

/** Uses a link up; of several tries at once one gets it and the others `null`. */
export async function takeStaffLink(tx: Queryable, token: string): Promise<TakenLink | null> {
  const [row] = await tx
    .update(staffLinks)
    .set({ usedAt: sql`now()` })
    .where(isGood(token))
    .returning({ purpose: staffLinks.purpose, staffId: staffLinks.staffId, newEmail: staffLinks.newEmail })
  return row ?? null
}

function isGood(token: string) {
  return and(
    eq(staffLinks.tokenHash, sha256(token)),
    isNull(staffLinks.usedAt),
    gt(staffLinks.expiresAt, sql`now()`),
  )
}

/** Deletes links that no longer open anything. */
export async function forgetOldStaffLinks(): Promise<void> {
  await database()
    .delete(staffLinks)
    .where(
      sql`${staffLinks.expiresAt} < now() - interval '1 day' or ${staffLinks.usedAt} < now() - interval '1 day'`,
    )
}
