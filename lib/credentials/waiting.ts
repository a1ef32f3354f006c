import "server-only"
import { cookies } from "next/headers"
import { database, type Transaction } from "@/db/client"
import { readPendingSignIn, takePendingSignIn } from "@/lib/auth/pending-sign-in"
import { getSecondFactors, type SecondFactors } from "@/lib/auth/second-factors"
import { secondStepIn } from "@/lib/auth/second-step-cookie"
import { endSession } from "@/lib/auth/sessions"
import { getOwner } from "@/lib/auth/viewer"
import type { Bond } from "@/lib/credentials/challenges"
import { sha256 } from "@/lib/secrets"

export type Waiting = {
  person: { id: number; name: string; email: string }
  factors: SecondFactors
  bond: Bond
  /** Uses the first step up, once. */
  claim: (tx: Transaction) => Promise<boolean>
}

/** Who has to give a second factor on this browser: after the first step, or in a session that is held back. */
export async function findWaiting(): Promise<Waiting | null> {
  const owner = await getOwner()
  if (owner) {
    if (!owner.isHeldBack) return null
    return waits(owner, owner.sessionId, (tx) => endSession(owner.sessionId, { ofStaffId: owner.id, db: tx }))
  }
  const token = secondStepIn(await cookies())
  const person = token ? await readPendingSignIn(token) : null
  return (
    person &&
    waits(person, sha256(token).toString("base64url"), (tx) => takePendingSignIn(tx, token, person.id))
  )
}

async function waits(
  person: Parameters<typeof getSecondFactors>[1] & Waiting["person"],
  boundTo: string,
  claim: Waiting["claim"],
): Promise<Waiting | null> {
  const factors = await getSecondFactors(database(), person)
  if (!factors.hasTotp && factors.passkeys === 0) return null
  return { person, factors, claim, bond: { purpose: "second_step", boundTo } }
}
