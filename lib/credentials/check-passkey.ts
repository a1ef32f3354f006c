import "server-only"
import type { AuthenticationResponseJSON } from "@simplewebauthn/server"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { passkeys } from "@/db/schema/credentials"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { type Bond, takeChallenge } from "@/lib/credentials/challenges"
import { queueNotice } from "@/lib/credentials/notices"
import { passkeyUser } from "@/lib/credentials/passkey-user"
import { signedCounter } from "@/lib/credentials/signed-counter"
import type { RefusedChange } from "@/lib/credentials/types"
import { sameBytes } from "@/lib/secrets"

export type ProvedPasskey = { id: number; person: { id: number; name: string; email: string } }

/**
 * Judges what an authenticator signed: a challenge of ours, asked for in this place and answered once, at our own
 * origin, by somebody whom it knew, with a counter that went on. Answers whose passkey it is.
 */
export async function checkPasskey(
  response: AuthenticationResponseJSON,
  bond: Bond,
): Promise<{ ok: true; passkey: ProvedPasskey } | RefusedChange> {
  const challenge = await takeChallenge(response.response.clientDataJSON, bond)
  if (challenge === null) return { ok: false, reason: "stale" }
  const found = await findPasskey(response.id)
  if (!found || !isOf(found.person.id, response.response.userHandle))
    return { ok: false, reason: "wrong-passkey" }
  const counter = await signedCounter(response, challenge, found)
  if (counter === null) return { ok: false, reason: "wrong-passkey" }
  if (!(await countOn(found.id, counter))) {
    await noteCopied(found)
    return { ok: false, reason: "copied-passkey" }
  }
  return { ok: true, passkey: { id: found.id, person: found.person } }
}

type Found = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

async function findPasskey(credentialId: string) {
  const [row] = await database()
    .select({
      id: passkeys.id,
      credentialId: passkeys.credentialId,
      publicKey: passkeys.publicKey,
      person: { id: staff.id, name: staff.name, email: staff.email },
    })
    .from(passkeys)
    .innerJoin(staff, eq(staff.id, passkeys.staffId))
    .where(and(eq(passkeys.credentialId, Buffer.from(credentialId, "base64url")), isNull(staff.disabledAt)))
  return row
}

/** An authenticator that was told which passkey to use need not name the person. */
function isOf(staffId: number, userHandle: string | undefined): boolean {
  return (
    userHandle === undefined ||
    sameBytes(Buffer.from(userHandle, "base64url"), Buffer.from(passkeyUser(staffId)))
  )
}

/** Moves the counter on. A passkey that is on several devices does not count: both are 0 then. */
async function countOn(id: number, counter: number): Promise<boolean> {
  const rows = await database()
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(
      and(
        eq(passkeys.id, id),
        sql`(${passkeys.counter} < ${counter} or (${passkeys.counter} = 0 and ${counter} = 0))`,
      ),
    )
    .returning({ id: passkeys.id })
  return rows.length > 0
}

async function noteCopied({ id, person }: Found): Promise<void> {
  await transaction(async (tx) => {
    const detail = { passkey: id }
    await recordEvent(tx, { memberId: person.id, action: "passkey_refused", detail })
    await queueNotice(tx, { ...person, what: "passkey-refused" })
  })
}
