import "server-only"
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { may } from "@/lib/auth/staff"

/** What somebody was told before: up to which comment, and when. */
export type DigestMark = { upTo: number; at: Date | null }

export type DigestComment = { id: number; name: string; title: string; words: string; reported: boolean }

/** What is new for somebody who decides about comments. */
export type DigestNews = {
  /** Comments that began to wait since, and shown ones that several readers have reported since. */
  fresh: number
  reported: number
  /** The first of both, those that wait first. */
  sayings: DigestComment[]
  /** All that wait, up to `digestLimit`, and since when the oldest does. */
  waiting: number
  oldest: Date | null
  /** The newest comment of those that wait. */
  upTo: number
}

/** Counting stops here. */
export const digestLimit = 1000

/** So many comments are quoted in one message. */
const quoted = 10

/** From so many people's reports on a shown comment is told of. */
export const reportsToTell = 3

/** Younger comments are told of next time: one with a lower number may still be on its way. */
const settlingSeconds = 5

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

/**
 * What a message to one of the staff has to tell when its turn comes, or `null` when it should not go any more: nothing
 * of it waits, or the person may not decide, or wants no such mail.
 */
export async function newsFor(
  staffId: number | null,
  content: Record<string, string>,
  now = new Date(),
): Promise<DigestNews | null> {
  if (staffId === null) return null
  const db = database()
  const [person] = await db
    .select({ roles: staff.roles })
    .from(staff)
    .where(
      and(
        eq(staff.id, staffId),
        isNotNull(staff.joinedAt),
        isNull(staff.disabledAt),
        ne(staff.commentMail, "off"),
      ),
    )
  if (!person || !may(person, "comments.moderate")) return null
  const news = await findNews(db, readTold(content), now)
  return news.fresh + news.reported > 0 ? news : null
}

/** How a delivery remembers what was told before it. */
export function serializeMark({ upTo, at }: DigestMark): Record<string, string> {
  return { upTo: String(upTo), ...(at ? { at: at.toISOString() } : {}) }
}

function readTold(content: Record<string, string>): DigestMark {
  return { upTo: Number(content.upTo ?? 0), at: content.at ? new Date(content.at) : null }
}
