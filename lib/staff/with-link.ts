import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { type Changed, transaction } from "@/db/transaction"
import { forgiveGuesses } from "@/lib/auth/guess-limits"
import { endStaffLinks, type LinkPurpose, readStaffLink, takeStaffLink } from "@/lib/auth/staff-links"

type Person = typeof staff.$inferSelect

export type LinkAnswer = { ok: true; id: number; email: string } | LinkGone

export type LinkGone = typeof linkGone

export const linkGone = { ok: false, reason: "link-gone" } as const

/** Uses up the link of somebody on the staff, and does with them, locked, what it is for. */
export async function withStaffLink(
  token: string,
  purpose: LinkPurpose,
  work: (at: { tx: Transaction; changed: Changed }, person: Person) => Promise<void>,
): Promise<LinkAnswer> {
  const link = await readStaffLink(token)
  const id = link?.person?.id
  if (link?.purpose !== purpose || id === undefined) return linkGone
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
  if (!person) return linkGone
  // Someone may have used up the tries of this address; its owner has just proved who they are.
  await forgiveGuesses({ email: person.email, device: undefined })
  return { ok: true, id: person.id, email: person.email }
}
