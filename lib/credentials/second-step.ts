import "server-only"
import { transaction } from "@/db/transaction"
import { countCodeGuess, forgiveCodeGuesses } from "@/lib/auth/guess-limits"
import { type Spend, spendRecoveryCode, spendTotpCode } from "@/lib/credentials/spend-code"
import type { RefusedTry } from "@/lib/credentials/types"

export type CodeAnswer = { ok: true } | RefusedTry | { ok: false; reason: "wrong-code" | "gone" }

type Typed = { staffId: number; code: string; network: string }

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
