import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { totpSecrets } from "@/db/schema/credentials"
import { recordEvent } from "@/lib/audit/mutations"
import { countSetOfCodes } from "@/lib/auth/guess-limits"
import { endSessionsOf, noteSecondFactor } from "@/lib/auth/sessions"
import type { AccountOwner } from "@/lib/auth/staff"
import { type LockedOwner, withLockedOwner } from "@/lib/credentials/locked-owner"
import { queueNotice } from "@/lib/credentials/notices"
import { endRecoveryCodes, makeRecoveryCodes, replaceRecoveryCodes } from "@/lib/credentials/recovery-codes"
import { newTotpKey, openTotpKey, sealTotpKey, stepOfCode } from "@/lib/credentials/totp"
import type { CredentialOutcome, RefusedChange, RefusedTry } from "@/lib/credentials/types"

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

type WithCodes = { ok: true; codes: string[] } | RefusedChange | RefusedTry

/**
 * Turns the app on once it shows a right code, ends every other session (ASVS 7.4.3), and answers the recovery codes, which
 * nobody is shown again. They are hashed only after the code was found right, and it is judged again beside the row's change.
 */
export async function confirmTotp(owner: AccountOwner, code: string): Promise<WithCodes> {
  const judged = await withLockedOwner(owner, (locked) => judgeNewKey(locked, code))
  if (!judged.ok) return judged
  const made = await makeCountedCodes(owner.id)
  if (!made.ok) return made
  return withLockedOwner<WithCodes>(owner, async (locked) => {
    const { tx, person } = locked
    const again = await judgeNewKey(locked, code)
    if (!again.ok) return again
    await tx
      .update(totpSecrets)
      .set({ confirmedAt: sql`now()`, lastStep: again.lastStep })
      .where(eq(totpSecrets.staffId, owner.id))
    await replaceRecoveryCodes(tx, owner.id, made.rows)
    await noteSecondFactor(tx, owner.sessionId)
    await endSessionsOf(owner.id, { keep: owner.sessionId, db: tx })
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "totp_turned_on" })
    await queueNotice(tx, { ...person, what: "totp-on" })
    return { ok: true, codes: made.codes }
  })
}

/** Whether a key was begun lately that shows this code. */
async function judgeNewKey(
  { tx, person, factors }: LockedOwner,
  code: string,
): Promise<{ ok: true; lastStep: number } | RefusedChange> {
  if (factors.hasTotp) return { ok: false, reason: "totp-on" }
  const isBegun = and(
    eq(totpSecrets.staffId, person.id),
    gt(totpSecrets.createdAt, sql`now() - make_interval(mins => ${begunMinutes})`),
  )
  const [row] = await tx.select().from(totpSecrets).where(isBegun)
  if (!row) return { ok: false, reason: "stale" }
  const lastStep = stepOfCode(openTotpKey(row.secretSealed), code.replace(/\s/g, ""))
  return lastStep === null ? { ok: false, reason: "wrong-code" } : { ok: true, lastStep }
}

async function makeCountedCodes(
  staffId: number,
): Promise<({ ok: true } & Awaited<ReturnType<typeof makeRecoveryCodes>>) | RefusedTry> {
  const counted = await countSetOfCodes(staffId)
  if (!counted.ok) return { ...counted, reason: "too-many" }
  return { ok: true, ...(await makeRecoveryCodes(staffId)) }
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
  const judged = await withLockedOwner(owner, judgeTotp)
  if (!judged.ok) return judged
  const made = await makeCountedCodes(owner.id)
  if (!made.ok) return made
  return withLockedOwner<WithCodes>(owner, async (locked) => {
    const { tx, person } = locked
    const again = await judgeTotp(locked)
    if (!again.ok) return again
    await replaceRecoveryCodes(tx, owner.id, made.rows)
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "recovery_codes_made" })
    await queueNotice(tx, { ...person, what: "recovery-codes" })
    return { ok: true, codes: made.codes }
  })
}

async function judgeTotp({ factors }: LockedOwner): Promise<CredentialOutcome> {
  return factors.hasTotp ? { ok: true } : { ok: false, reason: "totp-off" }
}
