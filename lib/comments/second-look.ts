import "server-only"
import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { rolesThatMay } from "@/lib/auth/staff"

const roles = `{${rolesThatMay("comments.moderate").join(",")}}`

/**
 * How many people can decide about comments: those whose roles allow it, who are not disabled and have a password.
 * Without one, after an invitation or a reset, nobody can sign in; a session says nothing, since its row outlasts it.
 * @param except who does not count
 */
export function moderatorCount(except: SQLWrapper | null = null): SQL<number> {
  return sql<number>`(
    select count(*)::int from staff s
    where s.roles && ${roles}::staff_role[] and s.disabled_at is null and s.id is distinct from ${except}
      and s.password_hash is not null)`
}

/** Whether nobody but this person can answer an appeal against their decision. */
export function decidesAlone(staffId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${moderatorCount(staffId)} = 0)`
}

/** Whether an appeal is open to who made the decision it is against: nobody else can answer, and a day has passed. */
export function openToDecider(staffId: SQLWrapper, appealedAt: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${appealedAt} < now() - interval '1 day' and ${decidesAlone(staffId)})`
}
