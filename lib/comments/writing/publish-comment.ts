import "server-only"
import { transaction } from "@/db/transaction"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { type InsertedComment, insertComment, type NewComment } from "@/lib/comments/writing/insert-comment"

/** Inserts a comment that appears at once, and announces the cache tags of the pages that show it. */
export async function publishComment({
  slug,
  ...comment
}: NewComment & { slug: string }): Promise<InsertedComment> {
  const { row } = comment
  try {
    return await transaction(async (tx, changed) => {
      const inserted = await insertComment(comment, tx)
      if (!inserted.ok) throw new NotInserted(inserted)
      if (row.parentId != null) await queueReplyMail(tx, row.id)
      const root = row.path[0] ?? row.id
      changed(...tagsOfComment({ id: row.id, root, slug, was: null, becomes: "approved" }))
      return inserted
    })
  } catch (error) {
    if (error instanceof NotInserted) return error.answer
    throw error
  }
}

/** Ends the transaction: after a statement that failed there is nothing to commit. */
class NotInserted extends Error {
  constructor(readonly answer: InsertedComment) {
    super("The comment was not inserted.")
  }
}
