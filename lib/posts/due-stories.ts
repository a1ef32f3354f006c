import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Queryable, Transaction } from "@/db/client"
import { rolesThatMay } from "@/lib/auth/staff"
import type { OverdueCause } from "@/lib/posts/overdue"
import { refusedTime, type TimeRefusal } from "@/lib/posts/publish-time"
import type { StoredPost } from "@/lib/posts/save-outcome"

/** The channel of NOTIFY: a story was scheduled, and may be the next to go out. */
export const schedulesChannel = "post_schedules"

export async function notifySchedules(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${schedulesChannel}, '')`)
}

/** Whether somebody who has scheduled a story `posts` may publish still, as a condition. */
const schedulerMayPublish = sql`exists (
  select from staff s where s.id = posts.scheduled_by and s.disabled_at is null
    and s.roles && ${sql.raw(`'{${rolesThatMay("posts.publish").join(",")}}'::staff_role[]`)})`

/** When a scheduled story `posts` may go out: an embargo that was set by other means holds it back. */
export const goesOutAt = sql`greatest(posts.publish_at, posts.embargo_until)`

/** Scheduled stories that go out by themselves, as a condition on `posts`. */
export const goesOut: SQL = sql`posts.status = 'scheduled' and posts.publish_at is not null
  and posts.trashed_at is null and ${schedulerMayPublish}`

/** Why a story whose time has come is not out: its scheduler may not publish any more, an embargo, or the work is late. */
export const overdueCause = sql<OverdueCause | null>`case
  when posts.status <> 'scheduled' or posts.publish_at > now() - interval '1 minute' then null
  when not ${schedulerMayPublish} then 'scheduler'
  when posts.embargo_until > now() then 'embargo' else 'late' end`

/** The database's clock: all instances go by it. */
export async function databaseNow(db: Queryable): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`)
  if (!row) throw new Error("The database gave no time back.")
  return new Date(row.now)
}

type Wish = Pick<Parameters<typeof refusedTime>[1], "publishAt"> & { status: string }

/** `refusedTime` by the database's clock, which is asked only where a time matters. */
export async function barredNow(
  tx: Transaction,
  post: StoredPost,
  { status, publishAt }: Wish,
): Promise<TimeRefusal | null> {
  const matters = status === "scheduled" ? publishAt !== null : status === "published" && post.embargoUntil
  if (!matters) return null
  return refusedTime(post, { status: status as StoredPost["status"], publishAt, now: await databaseNow(tx) })
}
