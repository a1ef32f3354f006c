import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { totpSecrets } from "@/db/schema/credentials"
import { recordEvent } from "@/lib/audit/mutations"
import { noteSecondFactor } from "@/lib/auth/sessions"
import type { AccountOwner } from "@/lib/auth/staff"
import { withLockedOwner } from "@/lib/credentials/locked-owner"
import { queueNotice } from "@/lib/credentials/notices"
import { endRecoveryCodes, makeRecoveryCodes, replaceRecoveryCodes } from "@/lib/credentials/recovery-codes"
import { newTotpKey, openTotpKey, sealTotpKey, stepOfCode } from "@/lib/credentials/totp"
import type { CredentialOutcome, RefusedChange } from "@/lib/credentials/types"

/** For so long a key that no code has confirmed is shown and can be confirmed. */
export const begunMinutes = 30

/** Makes a new key, which counts for nothing until a code has confirmed it. */
export function beginTotp(owner: AccountOwner): Promise<CredentialOutcome> {
  return withLockedOwner<CredentialOutcome>(owner, async ({ tx, factors }) => {
    if (factors.hasTotp) return { ok: false, reason: "totp-on" }
    const secretSealed = sealTotpKey(newTotpKey())
    await tx
      .insert(totpSecrets)
      .values({ staffId: owner.id, secretSealed })
      .onConflictDoUpdate({
        target: totpSecrets.staffId,
        set: { secretSealed, createdAt: sql`now()`, lastStep: 0 },
        setWhere: isNull(totpSecrets.confirmedAt),
      })
    return { ok: true }
  })
}

type WithCodes = { ok: true; codes: string[] } | RefusedChange

/** Turns the app on once it shows a right code, and answers the recovery codes, which nobody is shown again. */
export async function confirmTotp(owner: AccountOwner, code: string): Promise<WithCodes> {
  const { codes, rows } = await makeRecoveryCodes(owner.id)
  return withLockedOwner<WithCodes>(owner, async ({ tx, person, factors }) => {
    if (factors.hasTotp) return { ok: false, reason: "totp-on" }
    const isBegun = and(
      eq(totpSecrets.staffId, owner.id),
      gt(totpSecrets.createdAt, sql`now() - make_interval(mins => ${begunMinutes})`),
    )
    const [row] = await tx.select().from(totpSecrets).where(isBegun)
    if (!row) return { ok: false, reason: "stale" }
    const lastStep = stepOfCode(openTotpKey(row.secretSealed), code.replace(/\s/g, ""))
    if (lastStep === null) return { ok: false, reason: "wrong-code" }
    await tx
      .update(totpSecrets)
      .set({ confirmedAt: sql`now()`, lastStep })
      .where(eq(totpSecrets.staffId, owner.id))
    await replaceRecoveryCodes(tx, owner.id, rows)
    await noteSecondFactor(tx, owner.sessionId)
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "totp_turned_on" })
    await queueNotice(tx, { ...person, what: "totp-on" })
    return { ok: true, codes }
  })
}

/** Turns the app off; its recovery codes end with it. */
export function turnOffTotp(owner: AccountOwner): Promise<CredentialOutcome> {
  return withLockedOwner<CredentialOutcome>(owner, async ({ tx, person, factors }) => {
    if (!factors.hasTotp) return { ok: false, reason: "totp-off" }
    if (factors.isNeeded && factors.passkeys === 0) return { ok: false, reason: "last" }
    await tx.delete(totpSecrets).where(eq(totpSecrets.staffId, owner.id))
    await endRecoveryCodes(tx, owner.id)
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "totp_turned_off" })
    await queueNotice(tx, { ...person, what: "totp-off" })
    return { ok: true }
  })
}

/** Other recovery codes; the old ones end. */
export async function renewRecoveryCodes(owner: AccountOwner): Promise<WithCodes> {
  const { codes, rows } = await makeRecoveryCodes(owner.id)
  return withLockedOwner<WithCodes>(owner, async ({ tx, person, factors }) => {
    if (!factors.hasTotp) return { ok: false, reason: "totp-off" }
    await replaceRecoveryCodes(tx, owner.id, rows)
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "recovery_codes_made" })
    await queueNotice(tx, { ...person, what: "recovery-codes" })
    return { ok: true, codes }
  })
}
