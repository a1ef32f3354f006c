import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { cookies, headers } from "next/headers"
import { database, type Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { rememberDevice } from "@/lib/auth/device"
import { ownCookie } from "@/lib/auth/own-cookie"
import { startSecondStep } from "@/lib/auth/pending-sign-in"
import { keepSecondStep } from "@/lib/auth/second-step-cookie"
import {
  decodeSession,
  encodeSession,
  sessionCookie,
  sessionCookieName,
  sessionDays,
} from "@/lib/auth/session-cookie"
import { endSession, type FirstStep, noteSecondFactor, startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { findStaffBySession } from "@/lib/auth/viewer"

type Proof = {
  /** Whether what they proved counts as both factors, or is the second one. */
  withSecondFactor?: boolean
  /** Uses up what lets them in, while their row is locked; without an answer of `true` there is no session, and nothing is used up. */
  claim?: (tx: Transaction) => Promise<boolean>
}

/**
 * Signs this browser in as somebody who has just proved who they are by other means than a password, and ends the
 * session that it had. Answers them as `getViewer` will from the next request on, `second-step` where they still have to give
 * or to set up a second factor, or `null` when they were suspended since.
 */
export async function openSession(
  { id, email }: { id: number; email: string },
  { withSecondFactor = false, claim = async () => true }: Proof = {},
): Promise<Staff | "second-step" | null> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const userAgent = sent.get("user-agent") ?? ""
  const opening = database().transaction(async (tx): Promise<FirstStep | null> => {
    const isActive = and(eq(staff.id, id), isNull(staff.disabledAt))
    const [person] = await tx.select().from(staff).where(isActive).for("update")
    if (!person) return null
    if (!(await claim(tx))) throw new Unclaimed()
    const secondStep = withSecondFactor ? null : await startSecondStep(tx, person)
    if (secondStep !== null) return { secondStep }
    const sessionId = await startSession(id, userAgent, tx)
    if (withSecondFactor) await noteSecondFactor(tx, sessionId)
    return { sessionId }
  })
  const step = await opening.catch((error: unknown) => {
    if (error instanceof Unclaimed) return null
    throw error
  })
  if (!step) return null
  const before = await decodeSession(jar.get(sessionCookieName())?.value)
  if (before) await endSession(before)
  if ("secondStep" in step) {
    keepSecondStep(jar, step.secondStep)
    return "second-step"
  }
  const value = await encodeSession(step.sessionId)
  jar.set(ownCookie(sessionCookie, { value, days: sessionDays.absolute }))
  if (withSecondFactor) keepSecondStep(jar, null)
  rememberDevice(jar, email)
  return (await findStaffBySession(step.sessionId)) ?? "second-step"
}

/** Rolls back what was used up. */
class Unclaimed extends Error {}
