import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import type { Lane } from "@/lib/jobs/types"

/** Work that waits for longer than it should, or a job that has failed for good, and for how long. */
export type Overdue = { name: string; seconds: number; failed: boolean }

/** A lane whose looks fail, and since when (milliseconds). */
export type FailingLane = { name: string; since: number }

/** A lane may fail for so many seconds without being named: a database that restarts is away for a moment. */
const mayFail = 60

// On globalThis, since the server and Next's bundles each load their own copy of this file.
const held = globalThis as { mastheadOverdue?: () => Promise<Overdue[]> }

/** What is overdue on any instance, in one statement, and what fails on this one. */
export async function findOverdue(): Promise<Overdue[]> {
  return (await held.mastheadOverdue?.()) ?? []
}

/** Has `findOverdue` tell about lanes, until the answer is called. */
export function watchOverdue(lanes: readonly Lane[], failing: () => FailingLane[]): () => void {
  const find = async () => {
    const found = await database().execute<Overdue>(overdueOf(lanes))
    const names = new Set(found.map(({ name }) => name))
    const more = failing()
      .map(({ name, since }) => ({ name, seconds: (Date.now() - since) / 1000, failed: false }))
      .filter(({ name, seconds }) => seconds > mayFail && !names.has(name))
    return [...found, ...more]
  }
  held.mastheadOverdue = find
  return () => {
    if (held.mastheadOverdue === find) held.mastheadOverdue = undefined
  }
}

function overdueOf(lanes: readonly Lane[]): SQL {
  const none = sql`select null::text as name, null::timestamptz as since, null::int as minutes where false`
  const waiting = lanes.reduce(
    (all, { name, overdue: late }) =>
      late ? sql`${all} union all select ${name}, ${late.since}, ${late.minutes}` : all,
    none,
  )
  return sql`
    select name, extract(epoch from now() - since)::float8 as seconds, false as failed
    from (${waiting}) as waiting where since < now() - make_interval(mins => minutes)
    union all
    -- Scheduled work never fails for good; its tries are counted from the last that went well.
    select name, extract(epoch from now() - failing_since)::float8, false
    from jobs where state = 'queued' and schedule is not null and attempts > 3
    union all
    select name, extract(epoch from now() - max(settled_at))::float8, true
    from jobs where state = 'failed' and settled_at > now() - interval '7 days' group by name
    order by 1`
}
