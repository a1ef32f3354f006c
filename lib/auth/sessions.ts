import "server-only"
import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { sessions, staff } from "@/db/schema/staff"
import { notifyAccessChanged } from "@/lib/auth/access-changes"
import { endPendingSignIns, startSecondStep } from "@/lib/auth/pending-sign-in"
import { endedSessionDays, sessionDays } from "@/lib/auth/session-cookie"

/**
 * Signs a browser in: a row of its own at each sign-in, so that an id from before can never become a
 * session (ASVS 7.2.4). Answers the id; `encodeSession` makes the cookie's value of it.
 */
export async function startSession(
  staffId: number,
  userAgent = "",
  db: Queryable = database(),
): Promise<string> {
  const [row] = await db
    .insert(sessions)
    .values({
      staffId,
      userAgent: userAgent.slice(0, 400),
      expiresAt: sql`now() + make_interval(days => ${sessionDays.absolute})`,
    })
    .returning({ id: sessions.id })
  if (!row) throw new Error("The database gave no session back.")
  return row.id
}

/** A session, or where a second factor is asked the token of the sign-in that waits for it. */
export type FirstStep = { sessionId: string } | { secondStep: string }

/**
 * The same for somebody whose password was just found right; `null` when it was changed, or they were suspended, while it
 * was judged: what ended their sessions then would have missed this one.
 */
export function startPasswordSession(
  { staffId, passwordHash }: { staffId: number; passwordHash: string },
  userAgent: string,
): Promise<FirstStep | null> {
  return database().transaction(async (tx) => {
    const isSame = and(eq(staff.id, staffId), eq(staff.passwordHash, passwordHash), isNull(staff.disabledAt))
    const [row] = await tx
      .select({ id: staff.id, roles: staff.roles })
      .from(staff)
      .where(isSame)
      .for("update")
    if (!row) return null
    const secondStep = await startSecondStep(tx, row)
    return secondStep === null ? { sessionId: await startSession(row.id, userAgent, tx) } : { secondStep }
  })
}

/** Notes that its owner has proved or set up a second factor in this session. */
export async function noteSecondFactor(db: Queryable, sessionId: string): Promise<void> {
  await db.update(sessions).set({ secondFactorAt: sql`now()` }).where(eq(sessions.id, sessionId))
}

/**
 * Ends one session; the next request with its cookie is a stranger's. Answers whether it was open.
 * @param ofStaffId ends it only where it is this person's
 */
export async function endSession(
  sessionId: string,
  { ofStaffId, db = database() }: { ofStaffId?: number; db?: Queryable } = {},
): Promise<boolean> {
  if (!isSessionId(sessionId)) return false
  const [row] = await db
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        ofStaffId === undefined ? undefined : eq(sessions.staffId, ofStaffId),
      ),
    )
    .returning({ staffId: sessions.staffId })
  if (row) await notifyAccessChanged(db, row.staffId)
  return row !== undefined
}

/**
 * Ends all of a person's sessions, as after a new password, and sign-ins that wait for their second step; `keep` is the
 * one that stays. Answers whether any was open.
 */
export async function endSessionsOf(
  staffId: number,
  { keep, db = database() }: { keep?: string; db?: Queryable } = {},
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(sessions.staffId, staffId),
        isNull(sessions.endedAt),
        keep === undefined ? undefined : ne(sessions.id, keep),
      ),
    )
    .returning({ id: sessions.id })
  await endPendingSignIns(db, staffId)
  await notifyAccessChanged(db, staffId)
  return ended.length > 0
}

/** Deletes sessions that ended, or could no longer be used, a month ago: until then a person can see where they were. */
export async function forgetOldSessions(): Promise<void> {
  await database()
    .delete(sessions)
    .where(
      sql`least(${sessions.endedAt}, ${sessions.expiresAt}) < now() - make_interval(days => ${endedSessionDays})`,
    )
}

/** Asking Postgres for a row whose uuid is none is an error, not an empty answer. */
export function isSessionId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
