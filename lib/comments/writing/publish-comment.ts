import "server-only"
import { transaction } from "@/db/transaction"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { type InsertedComment, insertComment } from "@/lib/comments/writing/insert-comment"

type Keep = Parameters<typeof insertComment>

/** Keeps a comment that appears at once, as `keepComment` does, and tells the pages that show it. */
export async function publishComment(
  row: Keep[0],
  verdict: Keep[1],
  counts: Keep[2],
  slug: string,
): Promise<InsertedComment> {
  try {
    return await transaction(async (tx, changed) => {
      const kept = await insertComment(row, verdict, counts, tx)
      if (!kept.ok) throw new NotKept(kept)
      if (row.parentId != null) await queueReplyMail(tx, row.id)
      const root = row.path[0] ?? row.id
      changed(...tagsOfComment({ id: row.id, root, slug, was: null, becomes: "approved" }))
      return kept
    })
  } catch (error) {
    if (error instanceof NotKept) return error.answer
    throw error
  }
}

/** Ends the transaction: after a statement that failed there is nothing to commit. */
class NotKept extends Error {
  constructor(readonly answer: InsertedComment) {
    super("The comment was not kept.")
  }
}
