import { lockShared } from "@/db/locks"
import "server-only"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { transaction } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { emptyStory } from "@/lib/posts/trash/empty-story"
import { trashDays } from "@/lib/posts/trash-types"

/** So many go in one transaction. */
const batch = 100

/** Deletes each day what has been in the trash for thirty days. */
export const emptyTrash: Job<unknown> = {
  name: "posts.trash",
  schedule: { cron: "11 3 * * *", timeZone: utc },
  input: z.unknown(),
  async work(_, { signal }) {
    for (let deleted = batch; deleted === batch; ) {
      signal.throwIfAborted()
      deleted = await deleteOverdue()
    }
  },
}

/** Never what readers could once read: that is for an editor to delete. Answers how many went. */
export async function deleteOverdue(): Promise<number> {
  return transaction(async (tx) => {
    await lockShared(tx, "bylines")
    const over = await tx.execute<{ id: string }>(sql`
      select id from posts
      where trashed_at < now() - make_interval(days => ${trashDays}) and deleted_at is null and published_at is null
        and not exists (select from post_revisions r where r.post_id = posts.id and r.public_from is not null)
      order by id limit ${batch} for update skip locked`)
    const ids = over.map(({ id }) => Number(id))
    for (const id of ids) await emptyStory(tx, id)
    await recordEvents(
      tx,
      ids.map((postId) => ({ postId, action: "post_deleted" as const, detail: { days: String(trashDays) } })),
    )
    return ids.length
  })
}
