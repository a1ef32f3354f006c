import "server-only"
import { and, desc, eq, notInArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { blackouts, commentAppeals, decisionLines } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { isUndoable } from "@/lib/audit/undoable"
import { outcomeOf } from "@/lib/comments/appeal-policy"
import { decidesAlone } from "@/lib/comments/second-look"
import { blackoutMark } from "@/lib/text/blackout"

/** Words of a comment that are blacked out, as long as they are kept, and why. */
export type OwnBlackout = { id: number; reason: string; words: string | null }

/** What an author sees of their own comment, with the newest reason given for its present state; or null. */
export async function getOwnComment(id: number) {
  const newest = newestReason(database())
  const [row] = await database()
    .select({
      id: comments.id,
      status: comments.status,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      createdAt: comments.createdAt,
      provedAt: comments.provedAt,
      notifyReplies: comments.notifyReplies,
      reason: newest.reason,
      line: newest.line,
      blackouts: sql<OwnBlackout[]>`(
        select coalesce(json_agg(json_build_object('id', e.id, 'reason', e.reason, 'words',
          case when ${isUndoable(sql`e.created_at`)} then b.words end)
          order by e.id), '[]')
        from ${blackouts} b join ${auditEvents} e on e.id = b.event_id
        where b.comment_id = ${comments.id} and strpos(${comments.body}, ${blackoutMark}) > 0)`,
      byStaff: newest.byStaff,
      // Who denied the appeal where there is one, else who made the decision that stands.
      decidesAlone: decidesAlone(sql`coalesce(${against.staffId}, ${newest.staffId})`),
      post: { slug: posts.slug, title: posts.title, published: sql<boolean>`${posts.status} = 'published'` },
      // Of an address that is not proved nothing is told: whoever typed it may be anybody.
      mailStopped: sql<boolean>`${comments.provedAt} is not null and ${commenters.mailStoppedAt} is not null`,
      appeal: { body: commentAppeals.body, createdAt: commentAppeals.createdAt },
      answer: { at: answer.createdAt, toStatus: answer.toStatus, staffId: answer.staffId },
      againstStaffId: against.staffId,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(commenters, eq(commenters.emailHash, comments.emailHash))
    .leftJoin(commentAppeals, eq(commentAppeals.commentId, comments.id))
    .leftJoin(against, eq(against.id, commentAppeals.eventId))
    .leftJoin(answer, eq(answer.id, commentAppeals.decidedBy))
    .leftJoinLateral(newest, sql`true`)
    .where(eq(comments.id, id))
  if (!row) return null
  const { answer: answered, appeal, againstStaffId, ...comment } = row
  const outcome = answered && outcomeOf(answered)
  const bySame = answered !== null && answered.staffId === againstStaffId
  return { ...comment, appeal: appeal && { ...appeal, outcome, bySame } }
}

export type OwnComment = NonNullable<Awaited<ReturnType<typeof getOwnComment>>>

const against = alias(auditEvents, "against")
const answer = alias(auditEvents, "answer")

/** Why a comment stands as it does: the newest event that put it there. For a lateral join to `comments`. */
export function newestReason(db: Queryable) {
  return db
    .select({
      // What the author is told may be another thing than the rule that decided; see `firstVerdict`.
      reason: sql<string>`coalesce(${auditEvents.detail} ->> 'told', ${auditEvents.reason})`.as(
        "told_reason",
      ),
      byStaff: sql<boolean>`${auditEvents.staffId} is not null`.as("by_staff"),
      line: decisionLines.body,
      staffId: auditEvents.staffId,
    })
    .from(auditEvents)
    .leftJoin(decisionLines, eq(decisionLines.eventId, auditEvents.id))
    .where(
      and(
        eq(auditEvents.commentId, comments.id),
        sql`${auditEvents.toStatus} = ${comments.status}::text`,
        notInArray(auditEvents.action, ["appeal_denied", "blacked_out"]),
        sql`not (${auditEvents.action} = 'undone' and ${auditEvents.fromStatus} = ${auditEvents.toStatus})`,
        // What leaves a decision as it was, as a proof or an appeal, is not its reason.
        sql`(${auditEvents.fromStatus} is distinct from ${auditEvents.toStatus}
          or ${auditEvents.toStatus} = 'pending' or ${auditEvents.staffId} is not null)`,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
    .as("newest")
}
