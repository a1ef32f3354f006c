import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { totpSecrets } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/staff"
import { getSecondFactors } from "@/lib/auth/second-factors"
import type { AccountOwner, Staff } from "@/lib/auth/staff"
import { stepUpMinutes } from "@/lib/auth/step-up-minutes"
import { ownTotpOf } from "@/lib/credentials/own-totp"
import { begunMinutes } from "@/lib/credentials/totp-setup"
import type { OwnCredentials } from "@/lib/credentials/types"

type PasskeyRow = {
  id: number
  name: string
  backedUp: boolean
  createdAt: string
  lastUsedAt: string | null
}

/** How somebody signs in, in one query. */
export async function getOwnCredentials(
  owner: Staff | AccountOwner,
  publicationName: string,
): Promise<OwnCredentials> {
  const [row] = await database()
    .select({
      isConfirmed: sql<boolean>`${sessions.confirmedAt} > now() - make_interval(mins => ${stepUpMinutes})`,
      totp: totpSecrets,
      isBegun: sql<boolean>`coalesce(${totpSecrets.createdAt} > now() - make_interval(mins => ${begunMinutes}), false)`,
      codesLeft: sql<number>`(select count(*)::int from recovery_codes
        where staff_id = ${owner.id} and used_at is null)`,
      passkeys: sql<PasskeyRow[]>`(select coalesce(json_agg(json_build_object('id', id, 'name', name,
        'backedUp', backed_up, 'createdAt', created_at, 'lastUsedAt', last_used_at) order by id), '[]')
        from passkeys where staff_id = ${owner.id})`,
    })
    .from(sessions)
    .leftJoin(totpSecrets, eq(totpSecrets.staffId, sessions.staffId))
    .where(eq(sessions.id, owner.sessionId))
  if (!row) throw new Error("The session is gone.")
  return {
    isConfirmed: row.isConfirmed,
    totp: ownTotpOf(row, { email: owner.email, publicationName }),
    passkeys: row.passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
      ...passkey,
      createdAt: new Date(createdAt),
      lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
    })),
  }
}

/** Whether somebody has a passkey, or an authenticator app that is on. */
export async function hasSecondFactor(staff: Staff): Promise<boolean> {
  const { hasTotp, passkeys } = await getSecondFactors(database(), staff)
  return hasTotp || passkeys > 0
}
