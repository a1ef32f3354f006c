import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { blackouts, commentAppeals, decisionLines } from "@/db/schema/moderation"
import { isUndoable } from "@/lib/audit/undoable"
import { outcomeOf } from "@/lib/comments/appeal-policy"

/** What happened to the comments under an address; of who decided, only whether it was a moderator. */
export function selectEventsToExport(emailHash: Buffer) {
  return database()
    .select({
      commentId: auditEvents.commentId,
      action: auditEvents.action,
      from: auditEvents.fromStatus,
      to: auditEvents.toStatus,
      reason: auditEvents.reason,
      line: decisionLines.body,
      version: auditEvents.version,
      by: sql<string>`case when ${auditEvents.staffId} is not null then 'a moderator' else 'the rules, or you' end`,
      at: auditEvents.createdAt,
    })
    .from(auditEvents)
    .innerJoin(comments, eq(comments.id, auditEvents.commentId))
    .leftJoin(decisionLines, eq(decisionLines.eventId, auditEvents.id))
    .where(eq(comments.emailHash, emailHash))
    .orderBy(auditEvents.id)
}

/** What a moderator has blacked out; the words until they can no longer be brought back. */
export function selectBlackoutsToExport(emailHash: Buffer) {
  return database()
    .select({
      commentId: blackouts.commentId,
      at: auditEvents.createdAt,
      reason: auditEvents.reason,
      words: whileUndoable(blackouts.words),
      original: whileUndoable(blackouts.original),
    })
    .from(blackouts)
    .innerJoin(auditEvents, eq(auditEvents.id, blackouts.eventId))
    .innerJoin(comments, eq(comments.id, blackouts.commentId))
    .where(eq(comments.emailHash, emailHash))
    .orderBy(blackouts.eventId)
}

/** Kept for an hour, whenever the job that forgets it comes round. */
function whileUndoable(column: typeof blackouts.words | typeof blackouts.original) {
  return sql<string | null>`case when ${isUndoable(auditEvents.createdAt)}
    then ${column} end`
}

export async function readAppealsToExport(emailHash: Buffer) {
  const rows = await database()
    .select({
      commentId: commentAppeals.commentId,
      text: commentAppeals.body,
      createdAt: commentAppeals.createdAt,
      decidedAt: auditEvents.createdAt,
      toStatus: auditEvents.toStatus,
    })
    .from(commentAppeals)
    .innerJoin(comments, eq(comments.id, commentAppeals.commentId))
    .leftJoin(auditEvents, eq(auditEvents.id, commentAppeals.decidedBy))
    .where(eq(comments.emailHash, emailHash))
  return new Map(
    rows.map(({ commentId, toStatus, ...row }) => [
      commentId,
      { ...row, outcome: row.decidedAt ? outcomeOf({ toStatus }) : null },
    ]),
  )
}
