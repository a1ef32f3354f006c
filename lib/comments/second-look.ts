import "server-only"
import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { rolesThatMay } from "@/lib/auth/staff"

const roles = `{${rolesThatMay("comments.moderate").join(",")}}`

/**
 * How many people can decide about comments: not suspended, and not merely invited. Whoever has a password or a session is
 * here, however they sign in.
 * @param except who does not count
 */
export function moderatorCount(except: SQLWrapper | null = null): SQL<number> {
  return sql<number>`(
    select count(*)::int from staff s
    where s.roles && ${roles}::staff_role[] and s.disabled_at is null and s.id is distinct from ${except}
      and (s.password_hash is not null or exists (select from sessions where staff_id = s.id)))`
}

/** Whether nobody but this person can answer an appeal against their decision. */
export function decidesAlone(staffId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${moderatorCount(staffId)} = 0)`
}

/** Whether an appeal is open to who made the decision it is against: nobody else can answer, and a day has passed. */
export function openToDecider(staffId: SQLWrapper, appealedAt: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${appealedAt} < now() - interval '1 day' and ${decidesAlone(staffId)})`
}
