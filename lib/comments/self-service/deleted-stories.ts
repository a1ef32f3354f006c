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
    select p.id from posts p where p.deleted_at is not null
      and exists (select from comments c where c.post_id = p.id and c.status <> 'deleted')
    order by p.id`)
  for (const { id } of stories) {
    signal?.throwIfAborted()
    await transaction((tx, changed) => deleteOwnComments(tx, changed, { postId: Number(id) }))
  }
}
