import "server-only"
import { asc, eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import type { Changed } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import { tagsOfChanges } from "@/lib/comments/changed-comments"
import { emptyComments } from "@/lib/comments/self-service/empty-comments"
import { train } from "@/lib/spam/lessons"

/**
 * Takes comments back for their author, or because their story was deleted for good: nothing they typed is kept, only that
 * there was a comment, that it was decided about, and that somebody appealed. Those that are deleted already stay as they are.
 * @param which the rows meant, of a story's so many at most; they are locked by story and number, as everywhere
 * @returns how many there were
 */
export async function deleteOwnComments(tx: Transaction, changed: Changed, which: Which): Promise<number> {
  const meant = tx
    .select({
      id: comments.id,
      postId: comments.postId,
      status: comments.status,
      version: comments.version,
    })
    .from(comments)
    .where(sql`${comments.status} <> 'deleted' and ${conditionOf(which)}`)
    .orderBy(asc(comments.postId), asc(comments.id))
    .for("no key update")
    .$dynamic()
  const rows = await ("limit" in which ? meant.limit(which.limit) : meant)
  if (rows.length === 0) return 0
  // Story by story, since the trigger locks a story's numbers as it goes.
  for (const postId of new Set(rows.map((row) => row.postId))) {
    await emptyComments(
      tx,
      rows.filter((row) => row.postId === postId).map(({ id }) => id),
    )
  }
  const ids = numbers(rows.map(({ id }) => id))
  // What others wrote about them may hold their words.
  await tx.execute(sql`delete from decision_lines where comment_id in ${ids}`)
  await tx.execute(sql`delete from blackouts where comment_id in ${ids}`)
  await tx.execute(sql`delete from comment_notes where comment_id in ${ids}`)
  await tx.execute(sql`update comment_reports set note = '' where comment_id in ${ids} and note <> ''`)
  // Before the filter's lessons: a decision holds the row of a commenter whom it mails while it waits for these.
  if ("emailHash" in which) {
    await tx.execute(sql`select from commenters where email_hash = ${which.emailHash} for update`)
  }
  // A spammer's own comment too: nothing that was typed is kept, not even as a lesson.
  await train(tx, { unlearn: rows.map(({ id }) => id) })
  await note(tx, rows, "postId" in which ? await whoDeleted(tx, which.postId) : null)
  changed(
    ...(await tagsOfChanges(
      tx,
      rows.map(({ id, status }) => ({ id, was: status, becomes: "deleted" })),
    )),
  )
  return rows.length
}

type Which = { id: number } | { emailHash: Buffer } | { postId: number; limit: number }

function conditionOf(which: Which): SQL {
  if ("id" in which) return eq(comments.id, which.id)
  return "postId" in which ? eq(comments.postId, which.postId) : eq(comments.emailHash, which.emailHash)
}

type Row = { id: number; status: (typeof comments.$inferSelect)["status"]; version: number }

/** Who deleted a story, or threw it away before the night deleted it: what went with it is their doing, and no author's. */
async function whoDeleted(tx: Transaction, postId: number): Promise<number | null> {
  const [row] = await tx.execute<{ staffId: string }>(sql`
    select staff_id as "staffId" from audit_events
    where post_id = ${postId} and action in ('post_deleted', 'post_trashed') and staff_id is not null
    order by id desc limit 1`)
  return row ? Number(row.staffId) : null
}

/** The events, and the appeals without their words: there is nothing to decide any more. */
async function note(tx: Transaction, rows: Row[], staffId: number | null): Promise<void> {
  const [first] = await recordEvents(
    tx,
    rows.map(({ id, status, version }) => ({
      commentId: id,
      action: "deleted" as const,
      staffId,
      fromStatus: status,
      toStatus: "deleted" as const,
      version: version + 1,
    })),
  )
  await tx
    .update(commentAppeals)
    .set({
      body: "Deleted",
      decidedBy: sql`coalesce(${commentAppeals.decidedBy}, (
        select e.id from audit_events e
        where e.comment_id = ${commentAppeals.commentId} and e.id >= ${first?.id} and e.action = 'deleted' limit 1))`,
    })
    .where(sql`${commentAppeals.commentId} in ${numbers(rows.map(({ id }) => id))}`)
}
