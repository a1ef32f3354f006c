import "server-only"
import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { sessions, staff, staffLinks } from "@/db/schema/staff"
import { mayManageStaff } from "@/lib/staff/policy"
import type { Actor, StaffMember } from "@/lib/staff/types"

/** More people than a newsroom has. */
export const mostListed = 500

/** Everyone on the staff, those who were invited and those who are suspended; the first `mostListed` by name. */
export function listStaff(actor: Actor): Promise<StaffMember[]> {
  return selectMembers(actor)
}

/** One of them, or `null`. */
export async function getStaffMember(actor: Actor, id: number): Promise<StaffMember | null> {
  const [member] = await selectMembers(actor, eq(staff.id, id))
  return member ?? null
}

/** @throws for staff who do not manage the others: their pages never ask */
async function selectMembers(actor: Actor, where?: SQL): Promise<StaffMember[]> {
  if (!mayManageStaff(actor)) throw new Error("Only those who manage the staff may see it.")
  return database()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      state: sql<StaffMember["state"]>`case when ${staff.disabledAt} is not null then 'suspended'
        when ${staff.joinedAt} is null then 'invited' else 'active' end`,
      isNew: sql<boolean>`coalesce(${staff.joinedAt} > now() - interval '30 days', false)`,
      // By name: a query of one table would leave the tables' names out.
      seenAt: sql`(select max(last_seen_at) from sessions where staff_id = staff.id)`.mapWith(
        sessions.lastSeenAt,
      ),
      inviteEndsAt:
        sql`(select max(expires_at) from staff_links where staff_id = staff.id and purpose = 'invite')`.mapWith(
          staffLinks.expiresAt,
        ),
      hasPassword: sql<boolean>`${staff.passwordHash} is not null`,
      hasTotp: sql<boolean>`exists (select from totp_secrets where staff_id = staff.id and confirmed_at is not null)`,
      passkeys: sql<number>`(select count(*)::int from passkeys where staff_id = staff.id)`,
    })
    .from(staff)
    .where(and(where, or(isNotNull(staff.joinedAt), isNull(staff.disabledAt))))
    .orderBy(asc(sql`lower(${staff.name})`), asc(staff.id))
    .limit(mostListed)
}
