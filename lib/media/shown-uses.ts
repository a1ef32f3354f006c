import "server-only"
import { sql } from "drizzle-orm"

/** The joins by which a use `u` of a picture is known to be of a story `p` or of a page `g`. */
export const usedBy = sql`left join posts p on p.id = u.post_id left join pages g on g.id = u.page_id`

/**
 * Whether readers see this use: a story or page is published; portraits, logo and social picture always are. Of a revision
 * they see only what its story uses itself.
 */
export const isShown = sql`(case when u.place = 'revision' then false when u.post_id is not null then p.status = 'published'
  when u.page_id is not null then g.status = 'published' else true end)`
