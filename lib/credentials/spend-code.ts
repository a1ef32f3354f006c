import "server-only"
import { and, eq, isNotNull, lt } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { totpSecrets } from "@/db/schema/credentials"
import { staff } from "@/db/schema/staff"
import { recordEvent } from "@/lib/audit/mutations"
import { queueNotice } from "@/lib/credentials/notices"
import { hashTypedCode, takeRecoveryCode } from "@/lib/credentials/recovery-codes"
import { openTotpKey, stepOfCode } from "@/lib/credentials/totp"

/** Uses a code up in a transaction; `false` for one that is not right. */
export type Spend = (tx: Transaction) => Promise<boolean>

/** A code counts once, and none of an older time step counts after it, also of several at once (RFC 6238, 5.2). */
export function spendTotpCode(staffId: number, code: string): Spend {
  return async (tx) => {
    const isOn = and(eq(totpSecrets.staffId, staffId), isNotNull(totpSecrets.confirmedAt))
    const [row] = await tx.select().from(totpSecrets).where(isOn)
    const step = row ? stepOfCode(openTotpKey(row.secretSealed), code) : null
    if (step === null) return false
    const used = await tx
      .update(totpSecrets)
      .set({ lastStep: step })
      .where(and(isOn, lt(totpSecrets.lastStep, step)))
      .returning({ staffId: totpSecrets.staffId })
    return used.length > 0
  }
}

/** Hashed before there is a transaction, which would hold its locks meanwhile. */
export async function spendRecoveryCode(staffId: number, typed: string): Promise<Spend> {
  const codeHash = await hashTypedCode(staffId, typed)
  return async (tx) => {
    const left = codeHash && (await takeRecoveryCode(tx, { staffId, codeHash }))
    if (left === null) return false
    const [person] = await tx.select({ email: staff.email }).from(staff).where(eq(staff.id, staffId))
    if (!person) return false
    const detail = { left }
    await recordEvent(tx, { staffId, memberId: staffId, action: "recovery_code_used", detail })
    await queueNotice(tx, { id: staffId, email: person.email, what: "recovery-code-used" })
    return true
  }
}
