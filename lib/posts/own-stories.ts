import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Staff } from "@/lib/auth/staff"

/** Whom the bylines of a story name, as a column. */
export const authorIds = sql<number[]>`(
  select json_agg(distinct b.author_id) from post_bylines b where b.post_id = posts.id)`

/** The same rule as `isOwn`, as Postgres asks it: along the indexes of both, however many stories there are. */
export function ownStories({ id, authorId }: Pick<Staff, "id" | "authorId">): SQL {
  if (authorId === null) return sql`posts.created_by = ${id}`
  return sql`posts.id in (select own.id from posts own where own.created_by = ${id}
    union select b.post_id from post_bylines b where b.author_id = ${authorId})`
}
