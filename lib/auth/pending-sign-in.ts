import "server-only"
import { randomBytes } from "node:crypto"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { pendingSignIns } from "@/db/schema/credentials"
import { staff } from "@/db/schema/staff"
import { asksSecondStep, getSecondFactors } from "@/lib/auth/second-factors"
import { pendingMinutes } from "@/lib/auth/second-step-cookie"
import type { Role } from "@/lib/auth/staff"
import { sha256 } from "@/lib/secrets"

/**
 * Where somebody has to give a second factor, notes that the first step is done and answers the token that their browser
 * keeps; otherwise `null`. There is no session before the second step, so nothing that could reach the desk.
 */
export async function startSecondStep(
  tx: Queryable,
  person: { id: number; roles: readonly Role[] },
): Promise<string | null> {
  if (!asksSecondStep(await getSecondFactors(tx, person))) return null
  const token = randomBytes(32).toString("base64url")
  await tx.insert(pendingSignIns).values({
    tokenHash: sha256(token),
    staffId: person.id,
    expiresAt: sql`now() + make_interval(mins => ${pendingMinutes})`,
  })
  return token
}

/** Who waits for their second step with this token, or `null`. Changes nothing. */
export async function readPendingSignIn(token: string) {
  const [person] = await database()
    .select({ id: staff.id, name: staff.name, email: staff.email, roles: staff.roles })
    .from(pendingSignIns)
    .innerJoin(staff, eq(staff.id, pendingSignIns.staffId))
    .where(and(isOpen(token), isNull(staff.disabledAt)))
  return person ?? null
}

/** Uses it up; of several tries at once one gets it. */
export async function takePendingSignIn(tx: Queryable, token: string, staffId: number): Promise<boolean> {
  const taken = await tx
    .delete(pendingSignIns)
    .where(and(isOpen(token), eq(pendingSignIns.staffId, staffId)))
    .returning({ staffId: pendingSignIns.staffId })
  return taken.length > 0
}

export async function endPendingSignIns(db: Queryable, staffId: number): Promise<void> {
  await db.delete(pendingSignIns).where(eq(pendingSignIns.staffId, staffId))
}

export async function forgetPendingSignIns(): Promise<void> {
  await database().delete(pendingSignIns).where(sql`${pendingSignIns.expiresAt} < now()`)
}

function isOpen(token: string) {
  return and(eq(pendingSignIns.tokenHash, sha256(token)), gt(pendingSignIns.expiresAt, sql`now()`))
}
