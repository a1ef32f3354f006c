import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { settlingSeconds } from "@/lib/moderation/digest/find-news"

/**
 * Names the newest that can be news: while it stays the same, nobody who was told of nothing has anything to be told.
 * Costs the ends of three indexes. `null` while something is so young that it is told of next time.
 */
export async function newestMark(now: Date): Promise<string | null> {
  const [row] = await database().execute<{ mark: string; at: string | null }>(sql`
    select concat_ws(' ', coalesce(c.id, 0), coalesce(e.id, 0), coalesce(r.id, 0)) as mark, greatest(c.created_at, e.created_at, r.created_at)::text as at
    from (select 1) as one
    left join (select id, created_at from comments order by id desc limit 1) as c on true
    left join (select id, created_at from audit_events order by id desc limit 1) as e on true
    left join (select id, created_at from comment_reports order by id desc limit 1) as r on true`)
  const young = row?.at && new Date(row.at).getTime() > now.getTime() - markSeconds * 1000
  return row && !young ? row.mark : null
}

/** Twice what a comment takes to settle: its number is given a little before its time is. */
const markSeconds = 2 * settlingSeconds
