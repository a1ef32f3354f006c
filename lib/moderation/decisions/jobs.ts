import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { undoMinutes } from "@/lib/audit/types"
import type { Lane } from "@/lib/jobs/types"

const due = sql`(
  select min(e.created_at) + make_interval(mins => ${undoMinutes})
  from blackouts b join audit_events e on e.id = b.event_id where b.original is not null)`

/** Forgets what moderators have blacked out once it can no longer be brought back; that it was done stays. */
export const blackoutLane: Lane = {
  name: "forgetting blacked-out words",
  // Each is kept for longer than this, so none has to be told of.
  longestWait: (undoMinutes / 4) * 60_000,
  overdue: { since: due, minutes: 30 },
  async runDue() {
    // What the checks and the filter have quoted of the text goes too: it can hold the words.
    await database().execute(sql`
      with forgotten as (
        update blackouts set original = null, masked = null, words = null from audit_events e
        where e.id = event_id and original is not null
          and e.created_at <= now() - make_interval(mins => ${undoMinutes})
        returning blackouts.comment_id
      )
      update comments set contributions = '[]', findings = (
        select coalesce(jsonb_agg(finding || '{"evidence": ""}'), '[]') from jsonb_array_elements(findings) as finding)
      where id in (select comment_id from forgotten)`)
    const [next] = await database().execute<{ wait: number | null }>(
      sql`select (extract(epoch from ${due} - now()) * 1000)::float8 as wait`,
    )
    return next?.wait ?? null
  },
}
