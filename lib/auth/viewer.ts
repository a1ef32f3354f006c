import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { cookies, headers } from "next/headers"
import { forbidden, redirect } from "next/navigation"
import { cache } from "react"
import { database } from "@/db/client"
import { sessions, staff } from "@/db/schema/staff"
import { deskPath } from "@/lib/auth/desk-path"
import { isRenderedFor } from "@/lib/auth/input"
import { needsSecondFactor } from "@/lib/auth/second-factor-rule"
import { ruleOf, storedRule } from "@/lib/auth/second-factors"
import { decodeSession, sessionCookieName, sessionDays } from "@/lib/auth/session-cookie"
import { isSessionId } from "@/lib/auth/sessions"
import { type AccountOwner, may, type Permission, type Staff } from "@/lib/auth/staff"

/**
 * The signed-in member of staff, found from the session's row on every call. A stranger is sent to
 * sign-in, someone who still lacks the second factor that their roles call for to where it is set up; someone whose roles
 * do not grant `permission` gets the forbidden page.
 */
export async function requireStaff(permission?: Permission): Promise<Staff> {
  return granted(await signedIn(await currentSession()), permission)
}

/**
 * The same for the sender of a form. `null` where its page was rendered for another member of staff, who had the browser
 * before: asked before the permission, so that the form can be answered with what was typed. An action that is
 * called by script is answered so as well where the session has ended or is held back, since a redirect would take the page
 * away with what was typed.
 */
export async function requireSender(form: unknown, permission?: Permission): Promise<Staff | null> {
  const found = await currentSession()
  if ((!found || found.isHeldBack) && (await headers()).has("next-action")) return null
  const viewer = await signedIn(found)
  return isRenderedFor(viewer, form) ? granted(viewer, permission) : null
}

/** The owner of the account that a form changes, also of a session that is held back; `null` where its page was rendered for somebody else. */
export async function requireOwner(form: unknown): Promise<AccountOwner | null> {
  const owner = (await getOwner()) ?? redirect(await signInPath())
  return isRenderedFor(owner, form) ? owner : null
}

async function signedIn(session: FoundSession | null): Promise<Staff> {
  const found = session ?? redirect(await signInPath())
  return found.isHeldBack ? redirect(await pathWithNext("/sign-in/second-factor")) : found.staff
}

function granted(viewer: Staff, permission?: Permission): Staff {
  if (permission && !may(viewer, permission)) {
    console.warn(`Refused: staff ${viewer.id} asked for ${permission}.`)
    forbidden()
  }
  return viewer
}

/** The signed-in member of staff, or `null` for a stranger and a session that is held back. */
export async function getViewer(): Promise<Staff | null> {
  const found = await currentSession()
  return found && !found.isHeldBack ? found.staff : null
}

/** The owner of this browser's session, also of one that is held back; `null` for a stranger. */
export async function getOwner(): Promise<AccountOwner | null> {
  const found = await currentSession()
  return found && ({ ...found.staff, isHeldBack: found.isHeldBack } as unknown as AccountOwner)
}

/** One query for a whole page. */
const currentSession = cache(async (): Promise<FoundSession | null> => {
  const sessionId = await decodeSession((await cookies()).get(sessionCookieName())?.value)
  return sessionId ? findSession(sessionId) : null
})

/** Whose session this is where it may be used at the desk, else `null`. */
export async function findStaffBySession(
  sessionId: string,
  options: { visit?: boolean } = {},
): Promise<Staff | null> {
  const found = await findSession(sessionId, options)
  return found && !found.isHeldBack ? found.staff : null
}

/** `isHeldBack`: their roles call for a second factor, and none was given in this session. */
type FoundSession = { staff: Staff; isHeldBack: boolean }

/**
 * Whose session this is, or `null` when it was ended, has expired, was idle for too long, or its person
 * was disabled. The only maker of a `Staff`; roles are those of this moment. Counts as a visit, unless it is only a
 * page left open that asks.
 */
export async function findSession(sessionId: string, { visit = true } = {}): Promise<FoundSession | null> {
  if (!isSessionId(sessionId)) return null
  const [row] = await database()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      authorId: staff.authorId,
      unseen: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'`,
      secondFactorAt: sessions.secondFactorAt,
      rule: storedRule,
      hasPasskey: sql<boolean>`exists (select from passkeys where staff_id = staff.id)`,
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
  const { unseen, secondFactorAt, rule, ...person } = row
  if (unseen && visit) await noteVisit(sessionId)
  const isHeldBack = secondFactorAt === null && needsSecondFactor(ruleOf(rule), person.roles)
  return { staff: { ...person, sessionId } as unknown as Staff, isHeldBack }
}

/** Once a minute is enough for a limit of days, and spares a write on each request. */
async function noteVisit(sessionId: string): Promise<void> {
  await database()
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

/** The edge names the path that was asked for; a server component cannot know it by itself. */
function signInPath(): Promise<string> {
  return pathWithNext("/sign-in")
}

async function pathWithNext(path: string): Promise<string> {
  const asked = deskPath((await headers()).get("x-request-path"))
  return asked === "/desk" ? path : `${path}?next=${encodeURIComponent(asked)}`
}
