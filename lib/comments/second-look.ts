import "server-only"
import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { rolesThatMay } from "@/lib/auth/staff"

const moderators = `{${rolesThatMay("comments.moderate").join(",")}}`

/** How many people can decide about comments: not suspended, and their invitation used. */
export const moderatorCount: SQL<number> = sql<number>`(
  select count(*)::int from staff s
  where s.roles && ${moderators}::staff_role[] and s.disabled_at is null and s.password_hash is not null)`

/** Whether nobody but this person can answer an appeal against their decision. */
export function decidesAlone(staffId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`not exists (
    select from staff s
    where s.id <> ${staffId} and s.roles && ${moderators}::staff_role[]
      and s.disabled_at is null and s.password_hash is not null)`
}

/** Whether an appeal is open to who made the decision it is against: nobody else can answer, and a day has passed. */
export function openToDecider(staffId: SQLWrapper, appealedAt: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${appealedAt} < now() - interval '1 day' and ${decidesAlone(staffId)})`
}
