import "server-only"
import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import type { Changed } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { lockComments, lockThreads } from "@/lib/comments/locks"
import { lockReplyMail } from "@/lib/comments/reply-mail"
import { decideWithin } from "@/lib/moderation/decisions/mutations"
import type { Seen } from "@/lib/moderation/decisions/types"
import type { DecisionEvent } from "@/lib/moderation/decisions/with-decision"

/** Approves the comment that is about to be answered. */
export async function approveAnswered(
  tx: Transaction,
  changed: Changed,
  { staff, seen }: { staff: Staff; seen: Seen },
): Promise<DecisionEvent> {
  const story = await findStory(tx, seen.id)
  if (!story) return { ok: false, reason: "gone" }
  // Locked before the rows that the filter learns from, which the decision locks: the answer is inserted and announced later.
  await lockComments(tx, [seen.id])
  await lockThreads(tx, [story.id])
  await lockReplyMail(tx, [seen.id])
  return decideWithin(tx, changed, { staff, verdict: "approved", seen })
}

/** The comment's story, while readers see it. */
async function findStory(tx: Transaction, commentId: number): Promise<{ id: number } | undefined> {
  const [story] = await tx
    .select({ id: posts.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, commentId), eq(posts.status, "published")))
  return story
}
