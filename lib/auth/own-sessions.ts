import "server-only"
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { sessions } from "@/db/schema/staff"
import { deviceWords } from "@/lib/auth/device-words"
import { sessionDays } from "@/lib/auth/session-cookie"
import type { Staff } from "@/lib/auth/staff"

export type OwnSession = { id: string; device: string; seenAt: Date; startedAt: Date; isThis: boolean }

/** Where somebody is signed in, the latest visit first. */
export async function listOwnSessions(staff: Staff): Promise<OwnSession[]> {
  const rows = await database()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      seenAt: sessions.lastSeenAt,
      startedAt: sessions.createdAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.staffId, staff.id),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - make_interval(days => ${sessionDays.idle})`),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100)
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceWords(userAgent),
    isThis: row.id === staff.sessionId,
  }))
}
