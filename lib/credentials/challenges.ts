import "server-only"
import { randomBytes } from "node:crypto"
import { and, eq, gt, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { type challengePurpose, passkeyChallenges } from "@/db/schema/credentials"
import { sha256 } from "@/lib/secrets"

/** For what, and in which session or browser alone, a challenge can be answered. */
export type Bond = { purpose: (typeof challengePurpose.enumValues)[number]; boundTo: string }

const minutes = 5

/** What an authenticator is asked to sign next: 256 random bits, of which only a hash is kept. */
export async function makeChallenge(bond: Bond, staffId?: number): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  await database()
    .insert(passkeyChallenges)
    .values({
      challengeHash: sha256(Buffer.from(challenge)),
      ...bond,
      staffId,
      expiresAt: sql`now() + make_interval(mins => ${minutes})`,
    })
  return challenge
}

/** Uses up the challenge that an answer names; `null` where it is none of ours, of elsewhere, too old or answered already. */
export async function takeChallenge(clientDataJson: string, bond: Bond): Promise<string | null> {
  const challenge = challengeIn(clientDataJson)
  if (challenge === null) return null
  const taken = await database()
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challengeHash, sha256(Buffer.from(challenge, "base64url"))),
        eq(passkeyChallenges.purpose, bond.purpose),
        eq(passkeyChallenges.boundTo, bond.boundTo),
        gt(passkeyChallenges.expiresAt, sql`now()`),
      ),
    )
    .returning({ purpose: passkeyChallenges.purpose })
  return taken.length > 0 ? challenge : null
}

export async function forgetOldChallenges(): Promise<void> {
  await database().delete(passkeyChallenges).where(sql`${passkeyChallenges.expiresAt} < now()`)
}

function challengeIn(clientDataJson: string): string | null {
  try {
    const { challenge } = Object(JSON.parse(Buffer.from(clientDataJson, "base64url").toString("utf8")))
    return typeof challenge === "string" ? challenge : null
  } catch {
    // What comes from a browser may be anything.
    return null
  }
}
