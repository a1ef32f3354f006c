import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Staff } from "@/lib/auth/staff"
import { writersStatuses } from "@/lib/documents/post-statuses"

/** The joins by which a use `u` of a picture is known to be of a story `p` or of a page `g`. */
export const usedBy = sql`left join posts p on p.id = u.post_id left join pages g on g.id = u.page_id`

/** Whether a use is of a story or page that belongs to somebody: they began it, or the story credits them. */
export function isOwnUse({ id, authorId }: Pick<Staff, "id" | "authorId">): SQL<boolean> {
  return sql<boolean>`(coalesce(p.created_by, g.created_by) = ${id} or exists (
    select from post_bylines b where b.post_id = u.post_id and b.author_id = ${authorId}::bigint)) is true`
}

/**
 * Whether readers see this use: a story or page is published; portraits, logo and social picture always are. Of a revision
 * they see only what its story uses itself.
 */
export const isShown = sql`(case when u.place = 'revision' then false when u.post_id is not null then p.status = 'published'
  when u.page_id is not null then g.status = 'published' else true end)`

/** Whether a use is of words that are still their writer's to change. What a revision alone has is nobody's to see yet, or any more. */
export const isOfOpenWords = sql<boolean>`(u.place = 'revision' or p.status = any(${`{${writersStatuses.join(",")}}`}::post_status[])
  or g.status = 'draft') is true`
