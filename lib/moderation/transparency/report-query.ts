import "server-only"
import { sql } from "drizzle-orm"
import { reportDays } from "@/lib/moderation/transparency/shape"

/** Counts what is in a report from the log, one row for each stretch of time. */
export function reportQuery(till: Date, since: { short: Date; long: Date }) {
  const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`
  const arrived = sql`from_status is null and staff_id is null and action in ('published', 'held', 'marked_spam')`
  const decided = sql`staff_id is not null and action in ('approved', 'rejected', 'marked_spam')`
  const count = (what: ReturnType<typeof sql>) => sql`count(*) filter (where ${what})::int`
  return sql`
    with windows (days, since) as (values
      (${reportDays.short}::int, ${moment(since.short)}),
      (${reportDays.long}::int, ${moment(since.long)})
    ), events as materialized (
      select * from audit_events
      where created_at >= (select min(since) from windows) and created_at < ${moment(till)} and comment_id is not null
    ), waits as (
      select d.created_at, extract(epoch from d.created_at - held.created_at)::float8 as seconds
      from events as d
      join lateral (
        select created_at from audit_events
        where comment_id = d.comment_id and action = 'held' and from_status is null
        order by audit_events.id limit 1
      ) as held on true
      where d.staff_id is not null and d.action in ('approved', 'rejected', 'marked_spam') and not exists (
        select from audit_events as earlier
        where earlier.comment_id = d.comment_id and earlier.id < d.id and ${decided}
      )
    )
    select w.days, seen.*, refusals.*, waiting.*, reported.*, granted.*
    from windows as w
    cross join lateral (
      select ${count(arrived)} as arrived,
        ${count(sql`${arrived} and action = 'published'`)} as "shownAtOnce",
        ${count(sql`${arrived} and action = 'held'`)} as held,
        ${count(sql`${arrived} and action = 'marked_spam'`)} as "caughtAsSpam",
        ${count(sql`action = 'proved' and from_status <> to_status and to_status = 'approved'`)} as "shownByProof",
        ${count(sql`staff_id is not null and action = 'approved'`)} as approved,
        ${count(sql`staff_id is not null and action = 'rejected'`)} as rejected,
        ${count(sql`staff_id is not null and action = 'marked_spam'`)} as "markedSpam",
        ${count(sql`action = 'undone' and not exists (
          select from audit_events as b where b.id = events.undoes and b.action = 'blacked_out'
        )`)} as undone,
        (count(distinct comment_id) filter (where action = 'blacked_out' and not exists (
          select from audit_events as u where u.undoes = events.id and u.created_at < ${moment(till)}
        )))::int as "blackedOut",
        ${count(sql`action = 'deleted' and staff_id is null`)} as "deletedByAuthor",
        ${count(sql`action = 'hidden'`)} as hidden,
        ${count(sql`action = 'appealed'`)} as appeals,
        ${count(sql`action = 'appeal_denied' and not exists (
          select from audit_events as u where u.undoes = events.id and u.created_at < ${moment(till)}
        )`)} as "appealsDenied"
      from events where created_at >= w.since
    ) as seen
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'count', n) order by n desc, reason), '[]')
        as "rejectedFor"
      from (
        select reason, count(*)::int as n from events
        where staff_id is not null and action = 'rejected' and created_at >= w.since group by reason
      ) as by_reason
    ) as refusals
    cross join lateral (
      select count(*)::int as waited, percentile_cont(0.5) within group (order by seconds) as "medianWait"
      from waits where created_at >= w.since
    ) as waiting
    cross join lateral (
      select count(*)::int as reports,
        ${count(sql`exists (
          select from audit_events as d
          where d.comment_id = r.comment_id and ${decided}
            and d.created_at > r.created_at and d.created_at < ${moment(till)}
            and not exists (
              select from audit_events as u where u.undoes = d.id and u.created_at < ${moment(till)}
            )
        )`)} as "reportsAnswered"
      from comment_reports as r where r.reason <> 'address' and r.created_at >= w.since and r.created_at < ${moment(till)}
    ) as reported
    cross join lateral (
      select count(*)::int as "appealsGranted"
      from comment_appeals as a join events as e on e.id = a.decided_by
      where e.action = 'approved' and e.created_at >= w.since
    ) as granted
    order by w.days`
}
