import "server-only"
import { sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import type { DigestMark } from "@/lib/moderation/digest/mark"
import { type DigestNews, digestLimit, reportsToTell } from "@/lib/moderation/digest/types"

/** Younger comments are told of next time: one with a lower number may still be on its way. */
export const settlingSeconds = 5

/** So many comments are quoted in one message. */
const quoted = 10

/** What is new since somebody was told the last time. */
export async function findNews(db: Queryable, { upTo, at }: DigestMark, now: Date): Promise<DigestNews> {
  const since = sql`${at?.toISOString() ?? "-infinity"}::timestamptz`
  const settled = sql`${new Date(now.getTime() - settlingSeconds * 1000).toISOString()}::timestamptz`
  // By number, and by time for those that came back: hidden, changed by their author, or taken back by a moderator.
  const [row] = await db.execute<
    Omit<DigestNews, "oldest" | "upTo"> & { oldest: string | null; upTo: string | null }
  >(sql`
    with came_back as (
      select comment_id from audit_events
      where created_at > ${since} and to_status = 'pending' and from_status is distinct from 'pending'
    ), fresh as (
      select id, false as reported from (
        (select id from comments
          where status = 'pending' and created_at <= ${settled} and id > ${upTo} order by id limit ${digestLimit})
        union
        (select c.id from came_back join comments as c on c.id = came_back.comment_id
          where c.status = 'pending' and c.created_at <= ${settled} and c.id <= ${upTo})
      ) as either
      order by id limit ${digestLimit}
    ), reported as (
      select c.id, true as reported from comments as c
      cross join lateral (
        select count(distinct person) as now, count(distinct person) filter (where r.created_at <= ${since}) as before
        from comment_reports as r
        cross join lateral (
          select coalesce(encode(coalesce(r.wide_network_hash, r.network_hash), 'hex'), r.id::text) as person
        ) as sent
        where r.comment_id = c.id and r.reason <> 'address' and r.created_at > coalesce((
          select max(d.created_at) from audit_events as d
          where d.comment_id = c.id and d.staff_id is not null and d.action in ('approved', 'rejected', 'marked_spam')
            and not exists (select from audit_events as u where u.undoes = d.id)
        ), '-infinity')
      ) as reports
      where c.status = 'approved' and c.id in (select comment_id from comment_reports where created_at > ${since})
        and reports.now >= ${reportsToTell} and reports.before < ${reportsToTell}
      order by c.id limit ${digestLimit}
    ), waiting as (
      select id, created_at from comments where status = 'pending' order by id limit ${digestLimit}
    )
    select (select count(*)::int from fresh) as fresh,
      (select count(*)::int from reported) as reported,
      (select count(*)::int from waiting) as waiting,
      (select min(created_at)::text from waiting) as oldest,
      (select max(id)::text from comments where status = 'pending' and created_at <= ${settled}) as "upTo",
      (
        select coalesce(jsonb_agg(s order by s.reported, s.id), '[]') from (
          select c.id, c.name, p.title, left(c.body, 600) as words, new.reported
          from (
            select * from fresh union all select * from reported order by reported, id limit ${quoted}
          ) as new
          join comments as c on c.id = new.id
          join posts as p on p.id = c.post_id
        ) as s
      ) as sayings`)
  if (!row) throw new Error("The database gave no news back.")
  return {
    ...row,
    oldest: row.oldest === null ? null : new Date(row.oldest),
    upTo: Math.max(upTo, Number(row.upTo ?? 0)),
  }
}
