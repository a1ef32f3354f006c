import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { transaction } from "@/db/transaction"
import { deleteOwnComments } from "@/lib/comments/self-service/delete-own"

/**
 * Takes away what readers said under stories that were deleted for good, as if each had deleted their own: their words,
 * names and addresses go, and that there was a comment and how it was decided stays in the log. It is done apart from
 * the deletion, since a thread can be long.
 */
export async function deleteCommentsOfDeletedStories(signal?: AbortSignal): Promise<void> {
  const stories = await database().execute<{ id: string }>(sql`
    select id from posts where deleted_at is not null and comments_deleted_at is null order by id`)
  for (const { id } of stories) {
    for (let deleted = batch; deleted === batch; ) {
      signal?.throwIfAborted()
      deleted = await deleteSome(Number(id))
    }
  }
}

/** So many go in one transaction: each holds locks that moderators and readers wait for. */
export const batch = 200

/** Answers how many there were. After the last the story is not looked at again. */
function deleteSome(postId: number): Promise<number> {
  return transaction(async (tx, changed) => {
    const deleted = await deleteOwnComments(tx, changed, { postId, limit: batch })
    await tx.execute(sql`
      update posts set comments_deleted_at = now() where id = ${postId}
        and not exists (select from comments c where c.post_id = ${postId} and c.status <> 'deleted')`)
    return deleted
  })
}
