import "server-only"
import { sql } from "drizzle-orm"
import { z } from "zod"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { transaction } from "@/db/transaction"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { keptVersionsDays } from "@/lib/settings/kept-versions"
import { getSettings } from "@/lib/settings/queries"

/** So many go in one transaction. */
const batch = 500

/** Removes each day the versions that are older than the publication keeps them. */
export const retention: Job<unknown> = {
  name: "posts.retention",
  schedule: { cron: "41 3 * * *", timeZone: utc },
  input: z.unknown(),
  async work(_, { signal }) {
    const days = keptVersionsDays[(await getSettings()).versionsKept]
    if (days === null) return
    for (let removed = batch; removed === batch; ) {
      signal.throwIfAborted()
      removed = await removeOldRevisions(days)
    }
  },
}

/** Never what readers have seen, what somebody named, and what a story says now. Answers how many went. */
export async function removeOldRevisions(days: number): Promise<number> {
  return transaction(async (tx) => {
    // The story is locked first, as by a save: what becomes its newest words meanwhile stays.
    const stories = await tx.execute<{ id: string }>(sql`
      select id from posts where id in (
        select post_id from post_revisions r where ${isOver(days)} order by saved_at limit ${batch})
      order by id for update`)
    const ids = stories.map(({ id }) => Number(id))
    const gone = await tx.execute(sql`
      delete from post_revisions where id in (
        select id from post_revisions r where post_id in ${numbers(ids)} and ${isOver(days)}
        order by saved_at limit ${batch})
      returning id`)
    await forgetUses(tx, ids)
    return gone.length
  })
}

/** Whether a version `r` may go. */
function isOver(days: number) {
  return sql`r.public_from is null and r.name = '' and r.saved_at < now() - make_interval(days => ${days})
    and not exists (select from posts p where p.working_revision_id = r.id or p.live_revision_id = r.id
      or p.approved_revision_id = r.id)`
}

/** Pictures that no version of these stories has any more may be deleted again. */
async function forgetUses(tx: Transaction, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    delete from media_uses u where u.place = 'revision' and u.post_id in ${numbers(ids)} and not exists (
      select from post_revisions r where r.post_id = u.post_id and (
        (r.content ->> 'leadMediaId')::bigint = u.media_id
        or jsonb_path_exists(r.content -> 'body', 'strict $.**.mediaId ? (@ == $id)',
          jsonb_build_object('id', u.media_id))))`)
}
