import "server-only"
import { and, eq, isNotNull, lt } from "drizzle-orm"
import { database } from "@/db/client"
import { totpSecrets } from "@/db/schema/credentials"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { countCodeGuess, forgiveCodeGuesses } from "@/lib/auth/guess-limits"
import { queueNotice } from "@/lib/credentials/notices"
import { hashTypedCode, takeRecoveryCode } from "@/lib/credentials/recovery-codes"
import { openTotpKey, stepOfCode } from "@/lib/credentials/totp"

export type CodeAnswer =
  | { ok: true }
  | { ok: false; reason: "wrong-code" }
  | { ok: false; reason: "too-many"; retryAfterSeconds: number }

type Typed = { staffId: number; code: string; network: string }

/** Judges a code of the authenticator app, or a recovery code. Limits first, so that many at once get no further than few. */
export async function checkCode({ staffId, code, network }: Typed): Promise<CodeAnswer> {
  const counted = await countCodeGuess(staffId, network)
  if (!counted.ok) return { ...counted, reason: "too-many" }
  const digits = code.replace(/\s/g, "")
  const fits = /^\d{6}$/.test(digits)
    ? await spendTotpCode(staffId, digits)
    : await spendRecoveryCode(staffId, code)
  if (!fits) return { ok: false, reason: "wrong-code" }
  await forgiveCodeGuesses(staffId)
  return { ok: true }
}

/** A code counts once, and none of an older time step counts after it, also of several at once (RFC 6238, 5.2). */
async function spendTotpCode(staffId: number, code: string): Promise<boolean> {
  const isOn = and(eq(totpSecrets.staffId, staffId), isNotNull(totpSecrets.confirmedAt))
  const [row] = await database().select().from(totpSecrets).where(isOn)
  const step = row ? stepOfCode(openTotpKey(row.secretSealed), code) : null
  if (step === null) return false
  const used = await database()
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(isOn, lt(totpSecrets.lastStep, step)))
    .returning({ staffId: totpSecrets.staffId })
  return used.length > 0
}

async function spendRecoveryCode(staffId: number, typed: string): Promise<boolean> {
  const codeHash = await hashTypedCode(staffId, typed)
  if (!codeHash) return false
  return transaction(async (tx) => {
    const left = await takeRecoveryCode(tx, { staffId, codeHash })
    if (left === null) return false
    const [person] = await tx.select({ email: staff.email }).from(staff).where(eq(staff.id, staffId))
    if (!person) return false
    const detail = { left }
    await recordEvent(tx, { staffId, memberId: staffId, action: "recovery_code_used", detail })
    await queueNotice(tx, { id: staffId, email: person.email, what: "recovery-code-used" })
    return true
  })
}
