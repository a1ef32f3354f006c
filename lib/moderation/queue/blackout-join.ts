import "server-only"
import { and, desc, eq, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { blackouts } from "@/db/schema/moderation"
import { staff as staffTable } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"
import { blackoutMark } from "@/lib/text/blackout"

/** So many answers are looked through for the words that were blacked out, and so many letters of each. */
const [mostAnswers, longestAnswer] = [50, 4000]

type Answer = { id: number; name: string; body: string }

/**
 * The newest blackout that stands in a comment, joined laterally to a page of them; all words of it that are still kept,
 * and the answers in which they could be quoted. None of these leave the server: see `shownBlackout`.
 */
export function blackoutJoin(db: Queryable, commentId: SQLWrapper, body: SQLWrapper) {
  const blackout = db
    .select({
      id: auditEvents.id,
      by: staffTable.name,
      reason: auditEvents.reason,
      at: auditEvents.createdAt,
      undoable: sql<boolean>`(${blackouts.masked} is not distinct from ${body}
        and ${isUndoable(auditEvents.createdAt)})`.as("blackout_undoable"),
      words: sql<string[]>`array(
        select b.words from ${blackouts} as b where b.comment_id = ${commentId} and b.words is not null)`.as(
        "kept_words",
      ),
      answers: sql<Answer[]>`(
        select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'body', a.body)), '[]')
        from (
          select reply.id, reply.name, left(reply.body, ${longestAnswer}) as body
          from comments as c join comments as reply on reply.post_id = c.post_id
            and reply.path > c.path and reply.path < c.path || 9223372036854775807::bigint
          where c.id = ${commentId} and ${blackouts.words} is not null and reply.status in ('approved', 'pending')
          order by reply.id limit ${mostAnswers}
        ) as a)`.as("answers"),
    })
    .from(blackouts)
    .innerJoin(auditEvents, eq(auditEvents.id, blackouts.eventId))
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(and(eq(blackouts.commentId, commentId), sql`strpos(${body}, ${blackoutMark}) > 0`))
    .orderBy(desc(auditEvents.id))
    .limit(1)
    .as("blackout")
  const { id, by, reason, at, undoable, words, answers } = blackout
  return { blackout, columns: { id, by, reason, at, undoable, words, answers } }
}
