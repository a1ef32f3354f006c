import "server-only"
import { asc, eq, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { staff } from "@/db/schema/staff"
import { type Changed, transaction } from "@/db/transaction"
import { rolesThatMay } from "@/lib/auth/staff"
import { mayManageStaff } from "@/lib/staff/policy"
import type { Actor, StaffOutcome, StaffRefusal } from "@/lib/staff/types"

export type Locked = {
  tx: Transaction
  changed: Changed
  member: typeof staff.$inferSelect
  /** Who acts; null for the operator. */
  staffId: number | null
  /** Whether nobody else who can sign in manages the staff. */
  isLastAdmin: boolean
}

/**
 * Does something to a member of staff while their row and those of all admins are locked: of two admins who take each
 * other's role away at the same moment, the second finds that they are none any more.
 */
export function withLockedMember(
  actor: Actor,
  id: number,
  work: (locked: Locked) => Promise<StaffOutcome>,
): Promise<StaffOutcome> {
  if (!mayManageStaff(actor)) return Promise.resolve(refusedFor("not-allowed"))
  return transaction(async (tx, changed) => {
    const rows = await lockAdminsAnd(tx, id)
    const admins = rows.filter(({ isAdmin }) => isAdmin)
    const staffId = actor === "operator" ? null : actor.id
    if (staffId !== null && !admins.some(({ row }) => row.id === staffId)) return refusedFor("not-allowed")
    const member = rows.find(({ row }) => row.id === id)?.row
    if (!member || isWithdrawn(member)) return refusedFor("unknown")
    const isLastAdmin = admins.some(({ row }) => row.id === id) && admins.length === 1
    return work({ tx, changed, member, staffId, isLastAdmin })
  })
}

export function refusedFor(reason: StaffRefusal): StaffOutcome {
  return { ok: false, reason }
}

function isWithdrawn(member: Locked["member"]): boolean {
  return member.joinedAt === null && member.disabledAt !== null
}

/** In the order of their numbers, so that nobody waits for somebody who waits for them. */
async function lockAdminsAnd(tx: Transaction, id: number) {
  const hasRole = sql<boolean>`${staff.roles} && array${texts(rolesThatMay("staff.manage"))}::staff_role[]`
  // An operator's `reset` takes the password of an admin away for a while, and the admin stays one.
  const isAdmin = sql<boolean>`${hasRole} and ${staff.joinedAt} is not null and ${staff.disabledAt} is null`
  return tx
    .select({ row: staff, isAdmin })
    .from(staff)
    .where(or(eq(staff.id, id), hasRole))
    .orderBy(asc(staff.id))
    .for("update")
}
