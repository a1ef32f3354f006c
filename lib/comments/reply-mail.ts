import "server-only"
import { and, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable, type Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { locking } from "@/db/locks"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { decryptEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"

/**
 * Messages about answers to one address in a day. A comment that everybody answers, or a flood of answers, is no
 * reason to fill a mailbox; what comes after these is on the page.
 */
export const repliesPerDay = 10

/**
 * Tells the authors of the comments that these answer, once for each answer: when they asked for it, have proved
 * their address for their comment and have not stopped mail. Call it where comments become approved, in that
 * transaction, after the locks on comments and threads and before the filter learns. Nobody is told of their own
 * answers, or of more than `repliesPerDay` in a day; the last of them says so.
 */
export async function queueReplyMail(tx: Transaction, ...answerIds: number[]): Promise<void> {
  if (answerIds.length === 0) return
  const rows = await tx
    .select({ answerId: answer.id, commenterId: commenters.id, emailSealed: commenters.emailSealed })
    .from(answer)
    .innerJoin(comments, eq(comments.id, answer.parentId))
    .innerJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .where(and(sql`${answer.id} in ${numbers(answerIds)}`, eq(answer.status, "approved"), wanted))
    .orderBy(commenters.id, answer.id)
    // One that is being erased is waited for, and then left out.
    .for("key share", { of: commenters })
  for (const { answerId, commenterId, emailSealed } of rows) {
    const sent = await countToday(tx, commenterId)
    if (sent >= repliesPerDay) continue
    await queueDelivery(tx, {
      kind: "comment_reply",
      recipient: decryptEmail(emailSealed),
      commenterId,
      content: { answer: String(answerId), ...(sent + 1 === repliesPerDay && { last: "yes" }) },
      dedupeKey: String(answerId),
    })
  }
}

/**
 * Locks the mailboxes of whoever wrote these comments or what they answer, where a transaction tells the one after the
 * filter has learnt from the other. Locked one by one in the order of `queueReplyMail`.
 */
export async function lockReplyMail(tx: Transaction, commentIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    select ${mailboxLock(sql`id`)} from (
      select distinct c.id from commenters as c join comments as written using (email_hash)
      where written.id in (
        select unnest(array[id, parent_id]) from comments where id in ${numbers(commentIds)})
      order by c.id) as theirs`)
}

/** Messages about answers to somebody in the last day. Two answers at once are counted one after the other. */
async function countToday(tx: Transaction, commenterId: number): Promise<number> {
  await tx.execute(sql`select ${mailboxLock(sql`${commenterId}`)}`)
  return tx.$count(
    mailDeliveries,
    and(
      eq(mailDeliveries.commenterId, commenterId),
      eq(mailDeliveries.kind, "comment_reply"),
      sql`${mailDeliveries.createdAt} > now() - interval '1 day'`,
    ),
  )
}

function mailboxLock(commenterId: SQL): SQL {
  return locking("replies", sql`${commenterId}::bigint`)
}

/**
 * What the letter about an answer says, or `null` when it should not go any more: the answer was taken down, the story
 * withdrawn, or the one it is for no longer wants it.
 */
export async function getReplyForMail(
  { answerId, commenterId }: { answerId: number; commenterId: number },
  db: Queryable = database(),
) {
  const [row] = await db
    .select({
      id: answer.id,
      name: answer.name,
      body: answer.body,
      slug: posts.slug,
      title: posts.title,
      answeredId: comments.id,
    })
    .from(answer)
    .innerJoin(comments, eq(comments.id, answer.parentId))
    .innerJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .innerJoin(posts, eq(posts.id, answer.postId))
    .where(
      and(
        eq(answer.id, answerId),
        eq(answer.status, "approved"),
        eq(posts.status, "published"),
        eq(commenters.id, commenterId),
        wanted,
      ),
    )
  return row ?? null
}

const answer = alias(comments, "answer")

/** `comments` is what was answered. */
const wanted = and(
  ne(comments.status, "deleted"),
  eq(comments.notifyReplies, true),
  isNotNull(comments.provedAt),
  isNotNull(commenters.provedAt),
  isNull(commenters.mailStoppedAt),
  ne(answer.emailHash, comments.emailHash),
)
