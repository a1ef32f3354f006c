import { type SQL, sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createAuthor, createPost, createStaff } from "../../db/factories.ts"
import { runLanes } from "../../lib/jobs/run-lanes.ts"
import { publishingLane } from "../../lib/posts/dates/jobs.ts"
import { momentsOf } from "../../lib/text/local-moment.ts"
import { until } from "./until.ts"

/** Times around changes of the clocks, by the clocks that are changed. */
const times: [zone: string, local: string][] = [
  ["Europe/Berlin", "2031-03-30T01:59"],
  ["Europe/Berlin", "2031-03-30T03:00"],
  ["Europe/Berlin", "2031-10-26T02:30"],
  ["America/New_York", "2032-03-14T03:00"],
  ["America/New_York", "2032-11-07T01:30"],
  ["Asia/Amman", "2033-02-25T00:00"],
]

/** The moments that are meant by them: of those that come twice, both. */
export const instants = times.flatMap(([zone, local]) => momentsOf(local, zone) ?? [])

export type Outcome = {
  scheduled: number
  live: number
  events: number
  revisions: number
  /** Messages that say so. */
  mails: number
  /** Seconds from a story's time until readers saw it, at most. */
  latest: number
}

/**
 * Schedules so many stories for those moments and has two instances publish them by a clock that is set forward from one
 * moment to the next; halfway one of them is stopped and another started.
 */
export async function publishMany(count: number): Promise<Outcome> {
  await scheduleMany(count)
  let ahead = 0
  const clock = (): SQL => sql`clock_timestamp() + make_interval(secs => ${ahead}::float8)`
  const start = () => runLanes(publishingLane(clock))
  const running = [await start(), await start()]
  try {
    for (const [n, instant] of instants.entries()) {
      // So long before the time that each instance looks at its clock before, and waits for it as on any day.
      ahead = (instant.getTime() - 1500 - Date.now()) / 1000
      if (n === Math.floor(instants.length / 2)) {
        await running.shift()?.stop()
        running.push(await start())
      }
      await until(`the stories of ${instant.toISOString()}`, async () => (await waiting(instant)) === 0)
    }
  } finally {
    for (const lane of running) await lane.stop()
  }
  return outcome(count)
}

/** So many stories of one editor, who is their writer, for those moments in turn. */
export async function scheduleMany(count: number): Promise<void> {
  const db = database()
  const [author, editor] = [await createAuthor(db), await createStaff(db)]
  const first = await createPost(db, { status: "draft", publishedAt: null, authorId: author.id })
  await db.execute(sql`
    insert into posts (slug, title, body, status, author_id, created_by, scheduled_by, publish_at)
    select 'due-' || n, 'Due ' || n, p.body, 'scheduled', p.author_id, ${editor.id}::bigint, ${editor.id}::bigint,
      (${JSON.stringify(instants)}::text::jsonb ->> (n % ${instants.length}::int))::timestamptz
    from posts p, generate_series(1, ${count}::int) as n where p.id = ${first.id}`)
  // As the editor keeps the words when a story is scheduled.
  await db.execute(sql`
    with kept as (
      insert into post_revisions (post_id, kind, content, staff_id, post_version)
      select id, 'sitting', jsonb_build_object('title', title, 'standfirst', '', 'slug', slug, 'body', body,
        'tags', '[]'::jsonb, 'bylines', jsonb_build_array(jsonb_build_object('authorId', author_id, 'part', 'words')),
        'leadMediaId', null, 'picture', '', 'pictureAlt', ''), created_by, version
      from posts where slug like 'due-%' returning id, post_id)
    update posts set working_revision_id = kept.id from kept where kept.post_id = posts.id`)
}

async function waiting(instant: Date): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from posts
    where slug like 'due-%' and status = 'scheduled' and publish_at <= ${instant.toISOString()}::timestamptz`)
  return row?.count ?? 0
}

/** What became of them. */
export async function outcome(scheduled: number): Promise<Outcome> {
  const [row] = await database().execute<Omit<Outcome, "scheduled">>(sql`
    with due as (select * from posts where slug like 'due-%')
    select (select count(*)::int from due where status = 'published') as live,
      (select count(*)::int from audit_events e join due on due.id = e.post_id
        where e.action = 'post_published') as events,
      (select count(*)::int from post_revisions r join due on due.id = r.post_id) as revisions,
      (select count(*)::int from mail_deliveries d join due on due.id = (d.content ->> 'post')::bigint
        where d.content ->> 'action' = 'post_published') as mails,
      (select extract(epoch from max(r.public_from - due.published_at))::float8
        from due join post_revisions r on r.id = due.live_revision_id) as latest`)
  if (!row) throw new Error("The database gave no row back.")
  return { scheduled, ...row }
}
