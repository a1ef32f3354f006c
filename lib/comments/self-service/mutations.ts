import "server-only"
import { eq } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { deleteOwnComments } from "@/lib/comments/self-service/delete-own"

/** Takes a comment back for its author: nothing they typed is kept, only that there was a comment. */
export async function deleteComment(id: number): Promise<void> {
  await transaction((tx, changed) => deleteOwnComments(tx, changed, { id }))
  notifyModerators([id])
}

/** Whether the author of a comment wants to hear of answers to it; mail comes only once they have proved their address. */
export async function setNotifyReplies(id: number, notifyReplies: boolean): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(comments).set({ notifyReplies }).where(eq(comments.id, id))
  })
}
