import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { Changed } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { attachmentPath } from "@/lib/comments/policy"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import type { AnsweredComment } from "@/lib/moderation/decisions/lock-answered"

type Reply = Pick<typeof comments.$inferInsert, "name" | "body" | "emailSealed" | "emailHash"> & {
  fingerprint: Buffer
  staffId: number
}

/** Writes an answer that readers see at once, and gives its number; the same words again are the answer that is there. */
export async function writeReply(
  tx: Transaction,
  changed: Changed,
  { parent, reply }: { parent: AnsweredComment; reply: Reply },
): Promise<number> {
  const above = attachmentPath(parent.path)
  const parentId = above.at(-1) ?? null
  const { postId } = parent
  const [written] = await tx
    .insert(comments)
    .values({
      ...reply,
      id: parent.nextId,
      postId,
      parentId,
      path: [...above, parent.nextId],
      status: "approved",
    })
    .onConflictDoNothing()
    .returning({ id: comments.id })
  if (!written) return findSame(tx, { postId, parentId, fingerprint: reply.fingerprint })
  await recordEvent(tx, {
    commentId: written.id,
    staffId: reply.staffId,
    action: "published",
    toStatus: "approved",
    version: 1,
  })
  await queueReplyMail(tx, written.id)
  const root = above[0] ?? written.id
  changed(...tagsOfComment({ id: written.id, root, slug: parent.slug, was: null, becomes: "approved" }))
  return written.id
}

type Said = { postId: number; parentId: number | null; fingerprint: Buffer }

async function findSame(tx: Transaction, said: Said): Promise<number> {
  const [same] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.postId, said.postId),
        eq(comments.parentId, said.parentId ?? 0),
        eq(comments.fingerprint, said.fingerprint),
        sql`${comments.status} <> 'deleted'`,
      ),
    )
  return same?.id ?? 0
}
