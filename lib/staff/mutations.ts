import "server-only"
import { eq, sql } from "drizzle-orm"
import { staff } from "@/db/schema/staff"
import { recordEvent } from "@/lib/audit/mutations"
import { notifyAccessChanged } from "@/lib/auth/access-changes"
import { endSessionsOf } from "@/lib/auth/sessions"
import { may, type Role } from "@/lib/auth/staff"
import { queueNotice } from "@/lib/credentials/notices"
import { removeSecondFactors } from "@/lib/credentials/remove-all"
import { ensureByline } from "@/lib/staff/byline"
import { type Locked, refusedFor, withLockedMember } from "@/lib/staff/locked-member"
import { revokeLinks } from "@/lib/staff/revoked-links"
import type { Actor, StaffOutcome } from "@/lib/staff/types"

/**
 * Gives somebody other roles; they hold from the next request on, on every instance.
 * @param seen the roles that were on the page where this was decided: where others hold by now, nothing changes
 */
export function changeRoles(
  actor: Actor,
  id: number,
  { roles, seen }: { roles: Role[]; seen?: readonly Role[] },
): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async ({ tx, changed, member, staffId, isLastAdmin }) => {
    if (isLastAdmin && !may({ roles }, "staff.manage")) return refusedFor("last-admin")
    if (seen && !sameRoles(seen, member.roles)) return refusedFor("changed")
    if (sameRoles(roles, member.roles)) return { ok: true }
    await tx.update(staff).set({ roles }).where(eq(staff.id, id))
    if (member.joinedAt && may({ roles }, "posts.write-own")) await ensureByline(tx, id)
    await notifyAccessChanged(tx, id)
    const detail = { roles: roles.join(", ") }
    await recordEvent(tx, { staffId, memberId: id, action: "roles_changed", detail })
    // Who answers appeals may be others now.
    changed("report")
    return { ok: true }
  })
}

/**
 * Lets somebody in no more: every session and link ends, and their byline stays. For somebody who has not joined yet,
 * this withdraws the invitation.
 */
export function suspend(actor: Actor, id: number): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async (locked) => {
    if (locked.isLastAdmin) return refusedFor("last-admin")
    if (locked.staffId === id) return refusedFor("yourself")
    return lockOut(locked)
  })
}

/** The same for somebody who is invited, and who may have joined since this was asked for. */
export function withdrawInvitation(actor: Actor, id: number): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async (locked) =>
    locked.member.joinedAt ? refusedFor("joined") : lockOut(locked),
  )
}

async function lockOut({ tx, changed, member, staffId }: Locked): Promise<StaffOutcome> {
  const { id, disabledAt, joinedAt } = member
  if (disabledAt) return { ok: true }
  await tx.update(staff).set({ disabledAt: sql`now()` }).where(eq(staff.id, id))
  await endSessionsOf(id, { db: tx })
  await revokeLinks(tx, id)
  const action = joinedAt ? "suspended" : "invitation_withdrawn"
  await recordEvent(tx, { staffId, memberId: id, action })
  changed("report")
  return { ok: true }
}

/** Lets somebody in again who was suspended; they sign in anew. */
export function reactivate(actor: Actor, id: number): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async ({ tx, changed, member, staffId }) => {
    if (!member.disabledAt) return { ok: true }
    await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, id))
    await recordEvent(tx, { staffId, memberId: id, action: "reactivated" })
    changed("report")
    return { ok: true }
  })
}

/** Signs somebody out wherever they are signed in, and ends the links that would let them in. */
export function endAllSessions(actor: Actor, id: number): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async ({ tx, member, staffId }) => {
    if (!member.joinedAt) return refusedFor("not-joined")
    await endSessionsOf(id, { db: tx })
    await revokeLinks(tx, id)
    await recordEvent(tx, { staffId, memberId: id, action: "sessions_ended" })
    return { ok: true }
  })
}

/**
 * Takes somebody's passkeys and authenticator app away, as when their telephone is lost, and signs them out everywhere: with
 * the password alone they sign in anew, and set up others where their roles call for it.
 */
export function removeMembersFactors(actor: Actor, id: number): Promise<StaffOutcome> {
  return withLockedMember(actor, id, async ({ tx, member, staffId }) => {
    if (staffId === id) return refusedFor("own-factors")
    if (!(await removeSecondFactors(tx, id))) return refusedFor("no-factors")
    await endSessionsOf(id, { db: tx })
    await revokeLinks(tx, id)
    await recordEvent(tx, { staffId, memberId: id, action: "second_factors_removed" })
    await queueNotice(tx, { id, email: member.email, what: "second-factors-removed" })
    return { ok: true }
  })
}

function sameRoles(some: readonly Role[], others: readonly Role[]): boolean {
  return some.toSorted().join() === others.toSorted().join()
}
