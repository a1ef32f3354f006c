import "server-only"
import { randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { comments, moderationEvents } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import { lockComment } from "@/lib/comments/locked-comment"

/** Takes a comment back for its author: nothing they typed is kept, only that there was a comment. */
export async function deleteComment(id: number): Promise<void> {
  await transaction(async (tx, changed) => {
    const found = await lockComment(tx, id)
    if (!found || found.comment.status === "deleted") return
    const { comment, post } = found
    await tx
      .update(comments)
      .set({
        status: "deleted",
        version: comment.version + 1,
        // The columns may not be empty; these say nothing.
        name: "Deleted",
        body: "Deleted",
        website: "",
        emailSealed: randomBytes(48),
        emailHash: randomBytes(32),
        fingerprint: randomBytes(32),
        networkHash: null,
        findings: [],
        contributions: [],
        score: null,
        notifyReplies: false,
        provedAt: null,
      })
      .where(eq(comments.id, id))
    await tx.insert(moderationEvents).values({
      commentId: id,
      action: "deleted",
      fromStatus: comment.status,
      toStatus: "deleted",
      commentVersion: comment.version + 1,
    })
    // Also when it was not on the page: the words in its place may say otherwise now.
    changed(`post:${post.slug}`)
    if (comment.status === "approved") changed("lists")
  })
}
