import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { passkeys, totpSecrets } from "@/db/schema/credentials"
import { endRecoveryCodes } from "@/lib/credentials/recovery-codes"

/**
 * Takes every passkey, the authenticator app and its recovery codes from somebody, whose row the caller has locked.
 * Answers whether there was any.
 */
export async function removeSecondFactors(tx: Transaction, staffId: number): Promise<boolean> {
  const keys = await tx.delete(passkeys).where(eq(passkeys.staffId, staffId)).returning({ id: passkeys.id })
  const apps = await tx
    .delete(totpSecrets)
    .where(eq(totpSecrets.staffId, staffId))
    .returning({ confirmedAt: totpSecrets.confirmedAt })
  await endRecoveryCodes(tx, staffId)
  return keys.length > 0 || apps.some(({ confirmedAt }) => confirmedAt !== null)
}
