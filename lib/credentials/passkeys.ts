import "server-only"
import type { RegistrationResponseJSON } from "@simplewebauthn/server"
import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { passkeys } from "@/db/schema/credentials"
import { recordEvent } from "@/lib/audit/mutations"
import { endSessionsOf, noteSecondFactor } from "@/lib/auth/sessions"
import type { AccountOwner } from "@/lib/auth/staff"
import { registering } from "@/lib/credentials/ask-passkey"
import { takeChallenge } from "@/lib/credentials/challenges"
import { withLockedOwner } from "@/lib/credentials/locked-owner"
import { readPasskey } from "@/lib/credentials/new-passkey"
import { queueNotice } from "@/lib/credentials/notices"
import { type CredentialOutcome, mostPasskeys } from "@/lib/credentials/types"

type NewPasskey = { name: string; response: RegistrationResponseJSON }

/**
 * Adds a passkey that an authenticator has just made in this session, and tells its owner by mail. A first second factor
 * ends every other session (ASVS 7.4.3).
 */
export async function addPasskey(
  owner: AccountOwner,
  { name, response }: NewPasskey,
): Promise<CredentialOutcome> {
  const challenge = await takeChallenge(response.response.clientDataJSON, registering(owner))
  if (challenge === null) return { ok: false, reason: "stale" }
  const made = await readPasskey(response, challenge)
  if (!made) return { ok: false, reason: "wrong-passkey" }
  return withLockedOwner<CredentialOutcome>(owner, async ({ tx, person, factors }) => {
    if (factors.passkeys >= mostPasskeys) return { ok: false, reason: "too-many-passkeys" }
    const added = await tx
      .insert(passkeys)
      .values({ ...made, name, staffId: owner.id })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id })
    if (added.length === 0) return { ok: false, reason: "known-passkey" }
    await noteSecondFactor(tx, owner.sessionId)
    if (!factors.hasTotp && factors.passkeys === 0)
      await endSessionsOf(owner.id, { keep: owner.sessionId, db: tx })
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "passkey_added" })
    await queueNotice(tx, { ...person, what: "passkey-added" })
    return { ok: true }
  })
}

/** Removes one of one's own passkeys; nobody else's is found. */
export function removePasskey(owner: AccountOwner, id: number): Promise<CredentialOutcome> {
  return withLockedOwner<CredentialOutcome>(owner, async ({ tx, person, factors }) => {
    if (factors.isNeeded && !factors.hasTotp && factors.passkeys === 1) return { ok: false, reason: "last" }
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.staffId, owner.id)))
      .returning({ id: passkeys.id })
    if (removed.length === 0) return { ok: false, reason: "no-passkey" }
    await recordEvent(tx, { staffId: owner.id, memberId: owner.id, action: "passkey_removed" })
    await queueNotice(tx, { ...person, what: "passkey-removed" })
    return { ok: true }
  })
}

/** Whether a passkey that was just proved has not been removed since; the caller has locked its owner. */
export async function stillHasPasskey(tx: Transaction, id: number): Promise<boolean> {
  return (await tx.$count(passkeys, eq(passkeys.id, id))) > 0
}
