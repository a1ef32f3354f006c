import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { cookies, headers } from "next/headers"
import { forbidden, redirect } from "next/navigation"
import { cache } from "react"
import { database } from "@/db/client"
import { sessions, staff } from "@/db/schema/staff"
import { deskPath } from "@/lib/auth/desk-path"
import { isRenderedFor } from "@/lib/auth/input"
import { decodeSession, sessionCookieName, sessionDays } from "@/lib/auth/session-cookie"
import { isSessionId } from "@/lib/auth/sessions"
import { may, type Permission, type Staff } from "@/lib/auth/staff"

/**
 * The signed-in member of staff, found from the session's row on every call. A stranger is sent to
 * sign-in; someone whose roles do not grant `permission` gets the forbidden page.
 */
export async function requireStaff(permission?: Permission): Promise<Staff> {
  return granted(await signedIn(), permission)
}

/**
 * The same for whoever sends a form. `null` where its page was rendered for another member of staff, who had the browser
 * before: asked before the permission, so that the form can be answered with what was typed.
 */
export async function requireSender(form: unknown, permission?: Permission): Promise<Staff | null> {
  const viewer = await signedIn()
  return isRenderedFor(viewer, form) ? granted(viewer, permission) : null
}

async function signedIn(): Promise<Staff> {
  return (await getViewer()) ?? redirect(await signInPath())
}

function granted(viewer: Staff, permission?: Permission): Staff {
  if (permission && !may(viewer, permission)) {
    console.warn(`Refused: staff ${viewer.id} asked for ${permission}.`)
    forbidden()
  }
  return viewer
}

/** The signed-in member of staff, or `null` for a stranger; one query for a whole page. */
export const getViewer = cache(async (): Promise<Staff | null> => {
  const sessionId = await decodeSession((await cookies()).get(sessionCookieName())?.value)
  return sessionId ? findStaffBySession(sessionId) : null
})

/**
 * Whose session this is, or `null` when it was ended, has expired, was idle for too long, or its person
 * was disabled. The only maker of a `Staff`; roles are those of this moment. Counts as a visit, unless it is only a
 * page left open that asks.
 */
export async function findStaffBySession(sessionId: string, { visit = true } = {}): Promise<Staff | null> {
  if (!isSessionId(sessionId)) return null
  const [row] = await database()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      authorId: staff.authorId,
      unseen: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'`,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - make_interval(days => ${sessionDays.idle})`),
        isNull(staff.disabledAt),
      ),
    )
  if (!row) return null
  const { unseen, ...person } = row
  if (unseen && visit) await noteVisit(sessionId)
  return { ...person, sessionId } as unknown as Staff
}

/** Once a minute is enough for a limit of days, and spares a write on each request. */
async function noteVisit(sessionId: string): Promise<void> {
  await database()
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

/** The edge names the path that was asked for; a server component cannot know it by itself. */
async function signInPath(): Promise<string> {
  const asked = deskPath((await headers()).get("x-request-path"))
  return asked === "/desk" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(asked)}`
}
