import "server-only"
import { eq } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import { tellModerators } from "@/lib/comments/desk-changes"
import { takeBack } from "@/lib/comments/self-service/taking-back"

/** Takes a comment back for its author: nothing they typed is kept, only that there was a comment. */
export async function deleteComment(id: number): Promise<void> {
  await transaction((tx, changed) => takeBack(tx, changed, { id }))
  tellModerators([id])
}

/** Whether the author of a comment wants to hear of answers to it; mail comes only once they have proved their address. */
export async function setNotifyReplies(id: number, notifyReplies: boolean): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(comments).set({ notifyReplies }).where(eq(comments.id, id))
  })
}
