import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { sessions, staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { getSecondFactors, type SecondFactors } from "@/lib/auth/second-factors"
import type { AccountOwner } from "@/lib/auth/staff"
import type { RefusedChange } from "@/lib/credentials/types"

export type LockedOwner = {
  tx: Transaction
  person: typeof staff.$inferSelect
  factors: SecondFactors
}

/**
 * Changes how somebody signs in while their row is locked. A session that is held back may set up a first second factor
 * and nothing else: who only has the password must not put one of their own beside those that are there. Nor may a session
 * change anything in which the code of an authenticator app that is on was never given.
 */
export function withLockedOwner<T>(
  owner: AccountOwner,
  work: (locked: LockedOwner) => Promise<T | RefusedChange>,
): Promise<T | RefusedChange> {
  return transaction(async (tx): Promise<T | RefusedChange> => {
    const isActive = and(eq(staff.id, owner.id), isNull(staff.disabledAt))
    const [person] = await tx.select().from(staff).where(isActive).for("update")
    if (!person) return { ok: false, reason: "gone" }
    const factors = await getSecondFactors(tx, person)
    if (owner.isHeldBack && (factors.hasTotp || factors.passkeys > 0))
      return { ok: false, reason: "held-back" }
    if (factors.hasTotp && !(await gaveSecondFactor(tx, owner))) return { ok: false, reason: "held-back" }
    return work({ tx, person, factors })
  })
}

async function gaveSecondFactor(tx: Transaction, { id, sessionId }: AccountOwner): Promise<boolean> {
  const isOwn = and(eq(sessions.id, sessionId), eq(sessions.staffId, id), isNotNull(sessions.secondFactorAt))
  return (await tx.$count(sessions, isOwn)) > 0
}
