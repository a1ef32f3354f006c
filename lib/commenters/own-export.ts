import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { byteList } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { bans, blackouts, commentAppeals, decisionLines } from "@/db/schema/moderation"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { isUndoable } from "@/lib/audit/undoable"
import { findNamed, type Named } from "@/lib/commenters/own-comments"
import { outcomeOf } from "@/lib/comments/appeal-policy"
import { reasonForAuthor } from "@/lib/comments/reasons"
import { decryptEmail } from "@/lib/email"
import { spellOutBlackouts } from "@/lib/text/blackout"
import { hashMailbox } from "@/lib/visitors/mailbox"

/**
 * Everything that is kept under an address, for its owner to take along. Of other people there is nothing in it: who
 * decided is "a moderator", and of reports it tells the number. Why a comment waited or was refused is told in the words
 * that its author reads, without the words and weights it was found by: whoever has a list of words can write around it.
 * `null` when the link is over.
 */
export async function exportOwnComments(named: Named | null) {
  const commenter = await findNamed(named)
  if (!commenter) return null
  const [said, happened, blackouts, appeals, mail, reports, bans] = await Promise.all([
    readComments(commenter.emailHash),
    readEvents(commenter.emailHash),
    readBlackouts(commenter.emailHash),
    readAppeals(commenter.emailHash),
    readMail(commenter.id),
    readReports(commenter.id),
    readBans([commenter.emailHash, hashMailbox(decryptEmail(commenter.emailSealed))]),
  ])
  return {
    address: decryptEmail(commenter.emailSealed),
    askedAt: commenter.createdAt,
    provedAt: commenter.provedAt,
    mailStoppedAt: commenter.mailStoppedAt,
    comments: said.map(({ learnt, findings, ...comment }) => ({
      ...comment,
      text: spellOutBlackouts(comment.text),
      blackouts: blackouts
        .filter(({ commentId }) => commentId === comment.id)
        .map(({ commentId: _, reason, original, words, ...blackout }) => ({
          ...blackout,
          reason: reasonForAuthor(reason),
          words: words && spellOutBlackouts(words),
          textBefore: original && spellOutBlackouts(original),
        })),
      checks: [...new Set(findings.flatMap(({ reason }) => reasonForAuthor(reason) ?? []))],
      filterHasLearntFromIt: learnt,
      events: happened
        .filter(({ commentId }) => commentId === comment.id)
        .map(({ commentId: _, reason, ...event }) => ({ ...event, reason: reasonForAuthor(reason) })),
      appeal: appeals.get(comment.id) ?? null,
    })),
    bans,
    reports,
    messages: mail,
  }
}

function readComments(emailHash: Buffer) {
  return database()
    .select({
      id: comments.id,
      story: posts.title,
      storyAddress: sql<string>`'/posts/' || ${posts.slug}`,
      answers: comments.parentId,
      status: comments.status,
      name: comments.name,
      website: comments.website,
      text: comments.body,
      version: comments.version,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      provedAt: comments.provedAt,
      notifyReplies: comments.notifyReplies,
      findings: comments.findings,
      networkHashKept: sql<boolean>`${comments.networkHash} is not null`,
      reports: sql<number>`(select count(*)::int from comment_reports r where r.comment_id = ${comments.id} and r.reason <> 'address')`,
      learnt: sql<boolean>`exists (select from filter_lessons l where l.comment_id = ${comments.id})`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.emailHash, emailHash))
    .orderBy(comments.id)
}

function readEvents(emailHash: Buffer) {
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
/** Kept for an hour, whenever the job that forgets it comes round. */
function whileUndoable(column: typeof blackouts.words | typeof blackouts.original) {
  return sql<string | null>`case when ${isUndoable(auditEvents.createdAt)}
    then ${column} end`
}

function readBlackouts(emailHash: Buffer) {
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

async function readAppeals(emailHash: Buffer) {
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

function readMail(commenterId: number) {
  return database()
    .select({
      kind: mailDeliveries.kind,
      state: mailDeliveries.state,
      createdAt: mailDeliveries.createdAt,
      sentAt: mailDeliveries.sentAt,
    })
    .from(mailDeliveries)
    .where(eq(mailDeliveries.commenterId, commenterId))
    .orderBy(mailDeliveries.id)
}

/** Reports whose sender asked to hear what becomes of them; who wrote what was reported is not in it. */
function readReports(commenterId: number) {
  return database()
    .select({
      story: posts.title,
      storyAddress: sql<string>`'/posts/' || ${posts.slug}`,
      commentId: commentReports.commentId,
      reason: commentReports.reason,
      note: commentReports.note,
      createdAt: commentReports.createdAt,
    })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(commentReports.commenterId, commenterId))
    .orderBy(commentReports.id)
}

/** Bans of this very address, or of its mailbox; one of a whole domain or network says nothing of a person. */
function readBans(hashes: Buffer[]) {
  return database()
    .select({ createdAt: bans.createdAt, expiresAt: bans.expiresAt, liftedAt: bans.liftedAt })
    .from(bans)
    .where(and(eq(bans.kind, "address"), sql`${bans.hash} in ${byteList(hashes)}`))
    .orderBy(bans.id)
}
