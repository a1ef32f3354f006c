import "server-only"
import { and, eq, isNotNull, lt } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { totpSecrets } from "@/db/schema/credentials"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { countCodeGuess, forgiveCodeGuesses } from "@/lib/auth/guess-limits"
import { queueNotice } from "@/lib/credentials/notices"
import { hashTypedCode, takeRecoveryCode } from "@/lib/credentials/recovery-codes"
import { openTotpKey, stepOfCode } from "@/lib/credentials/totp"
import type { RefusedTry } from "@/lib/credentials/types"

export type CodeAnswer = { ok: true } | RefusedTry | { ok: false; reason: "wrong-code" | "gone" }

type Typed = { staffId: number; code: string; network: string }

/** Uses a code up in a transaction; `false` for one that is not right. */
type Spend = (tx: Transaction) => Promise<boolean>

/**
 * Judges a code of the authenticator app, or a recovery code. Limits first, so that many at once get no further than few.
 * @param use runs `spend` in the transaction of what the code lets in to, and answers whether that came about: where it did
 *   not, nothing of the transaction stays, and the code is not spent
 */
export async function checkCode(
  { staffId, code, network }: Typed,
  use: (spend: Spend) => Promise<boolean> = transaction,
): Promise<CodeAnswer> {
  const counted = await countCodeGuess(staffId, network)
  if (!counted.ok) return { ...counted, reason: "too-many" }
  const digits = code.replace(/\s/g, "")
  const spend = /^\d{6}$/.test(digits)
    ? spendTotpCode(staffId, digits)
    : await spendRecoveryCode(staffId, code)
  let isRight = false
  const isUsed = await use(async (tx) => {
    isRight = await spend(tx)
    return isRight
  })
  if (!isUsed) return { ok: false, reason: isRight ? "gone" : "wrong-code" }
  await forgiveCodeGuesses(staffId)
  return { ok: true }
}

/** A code counts once, and none of an older time step counts after it, also of several at once (RFC 6238, 5.2). */
function spendTotpCode(staffId: number, code: string): Spend {
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
async function spendRecoveryCode(staffId: number, typed: string): Promise<Spend> {
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
