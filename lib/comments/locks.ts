import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"

/**
 * Locks comments for a decision, in the one order that everybody keeps: by story, then by number. Conversations whose
 * place in the thread is given by an answer that appears are locked with them, since the thread's trigger wants them.
 * Replies can be written meanwhile: they need the rows' keys only.
 */
export async function lockComments(tx: Transaction, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    with named as (select id, path[1] as root from comments where id in ${numbers(ids)})
    select from comments
    -- Not "in … or in …": that reads the whole table.
    where id in (select id from named union select root from named)
      and (id in (select id from named) or position is null)
    order by post_id, id
    for no key update`)
}

/**
 * Locks the numbers of stories' threads before the trigger does, row by row and in whatever order the rows come.
 * A story that has no numbers yet gets its row, as it would from the trigger.
 */
export async function lockThreads(tx: Transaction, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await tx.execute(sql`
    insert into threads as t (post_id, root_id)
    select id, 0 from posts where id in ${numbers(postIds)} order by id
    on conflict (post_id, root_id) do update set shown = t.shown`)
}
