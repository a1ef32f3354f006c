import "server-only"
import { cookies, headers } from "next/headers"
import { rememberDevice } from "@/lib/auth/device"
import { ownCookie } from "@/lib/auth/own-cookie"
import {
  decodeSession,
  encodeSession,
  sessionCookie,
  sessionCookieName,
  sessionDays,
} from "@/lib/auth/session-cookie"
import { endSession, startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { findStaffBySession } from "@/lib/auth/viewer"

/**
 * Signs this browser in as somebody who has just proved who they are by other means than a password, and ends the
 * session that it had. Answers them as `getViewer` will from the next request on, or `null` when they were suspended since.
 */
export async function openSession({ id, email }: { id: number; email: string }): Promise<Staff | null> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const before = await decodeSession(jar.get(sessionCookieName())?.value)
  if (before) await endSession(before)
  const sessionId = await startSession(id, sent.get("user-agent") ?? "")
  const staff = await findStaffBySession(sessionId)
  if (!staff) return null
  const value = await encodeSession(sessionId)
  jar.set(ownCookie(sessionCookie, { value, days: sessionDays.absolute }))
  rememberDevice(jar, email)
  return staff
}
