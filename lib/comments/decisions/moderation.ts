import "server-only"
import { and, eq, exists, gt, isNotNull, lt, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import type { Place } from "@/db/places"
import { comments, moderationEvents } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { findAppealDecidedBy, findOpenAppeal, settleAppeal } from "@/lib/comments/appeals/open"
import { mayDecideOver } from "@/lib/comments/appeals/policy"
import { afterDecisions } from "@/lib/comments/decisions/after"
import {
  actionOf,
  type CommentStatus,
  type Earlier,
  type ModerationAction,
  type Outcome,
  type Seen,
  type Verdict,
} from "@/lib/comments/decisions/decisions"
import { lockComments } from "@/lib/comments/decisions/locks"
import { findStanding, hasOpenReports, type Standing } from "@/lib/comments/decisions/standing"
import { tellModerators } from "@/lib/comments/live/tell"
import { queueReplyMail } from "@/lib/comments/mail/reply-mail"
import { endLease, findOtherHolder } from "@/lib/comments/queue/leases"

/** Puts a comment before the readers, or keeps a reported one there. */
export function approveComment(staff: Staff, seen: Seen): Promise<Outcome> {
  return decide(staff, "approved", seen, "")
}

/** Keeps a comment from the readers; `reason` is a key of `lib/comments/reasons.ts`. */
export function rejectComment(staff: Staff, seen: Seen & { reason?: string }): Promise<Outcome> {
  return decide(staff, "rejected", seen, seen.reason ?? "")
}

/** Keeps a comment from the readers as spam. */
export function markCommentSpam(staff: Staff, seen: Seen): Promise<Outcome> {
  return decide(staff, "spam", seen, "")
}

/**
 * Takes a decision back while it stands and is less than an hour old: the comment has exactly the
 * status it had before. Taking it back again changes nothing.
 */
export async function undoDecision(staff: Staff, eventId: number): Promise<Outcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return keep(async (tx, changed) => {
    const decision = await findDecision(tx, eventId)
    const comment = decision && (await lockForDecision(tx, decision.commentId))
    if (!comment) return { ok: false, reason: "gone" }
    if (comment.status === "deleted") return { ok: false, reason: "deleted" }

    // Asked for under the lock: whoever was first has written their event by now.
    const takenBack = await findUndoing(tx, eventId)
    if (takenBack) {
      return { ok: true, status: comment.status, eventId: takenBack.id, earlier: told(takenBack, staff) }
    }
    const standing = await findStanding(tx, comment)
    if (standing?.id !== eventId) return decidedMeanwhile(standing, staff)
    if (!standing.undoable) return { ok: false, reason: "too-late" }
    // Text that nobody has read may not come before readers by a step back.
    if (standing.fromStatus === "approved" && standing.version !== comment.version) {
      return { ok: false, reason: "edited" }
    }
    const appeal = await findOpenAppeal(tx, comment.id)
    const answered = await findAppealDecidedBy(tx, eventId)
    if (!mayDecideOver(appeal, staff.id) || !mayDecideOver(answered, staff.id)) {
      return { ok: false, reason: "own-decision" }
    }
    const busy = await heldElsewhere(tx, staff, comment.id)
    if (busy) return busy
    const outcome = await recordDecision(tx, changed, comment, {
      staff,
      action: "undone",
      toStatus: standing.fromStatus ?? "pending",
      undoes: eventId,
    })
    if (outcome.ok && appeal) await settleAppeal(tx, appeal.id, outcome.eventId)
    if (outcome.ok && answered) await settleAppeal(tx, answered.id, null)
    return outcome
  })
}

/** One decision, whole or not at all: the row is locked, then status and event are written together. */
async function decide(staff: Staff, verdict: Verdict, seen: Seen, reason: string): Promise<Outcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return keep((tx, changed) => decideWithin(tx, changed, { staff, verdict, seen, reason }))
}

type Decision = { staff: Staff; verdict: Verdict; seen: Seen; reason?: string }

/**
 * The same decision as part of something larger: the caller has asked whether the person may decide, and tells the
 * desks once it is kept.
 */
export async function decideWithin(
  tx: Transaction,
  changed: Changed,
  { staff, verdict, seen, reason = "" }: Decision,
): Promise<Recorded> {
  const comment = await lockForDecision(tx, seen.id)
  if (!comment) return { ok: false, reason: "gone" }
  if (comment.status === "deleted") return { ok: false, reason: "deleted" }

  const standing = await findStanding(tx, comment)
  if (standing && standing.id !== seen.standing) {
    if (standing.verdict !== verdict) return decidedMeanwhile(standing, staff)
    return { ok: true, status: verdict, eventId: standing.id, earlier: told(standing, staff) }
  }
  if (comment.version !== seen.version) return { ok: false, reason: "edited" }
  // While an author appeals, somebody else than before decides, and that is the answer.
  const appeal = await findOpenAppeal(tx, comment.id)
  if (!mayDecideOver(appeal, staff.id)) return { ok: false, reason: "own-decision" }
  if (comment.status === verdict && !appeal && !(await hasOpenReports(tx, comment.id, standing))) {
    return { ok: true, status: verdict, eventId: standing?.id ?? null }
  }
  const busy = await heldElsewhere(tx, staff, comment.id)
  if (busy) return busy
  const decision = { staff, action: actionOf[verdict], toStatus: verdict, reason }
  const outcome = await recordDecision(tx, changed, comment, decision)
  if (outcome.ok && appeal) await settleAppeal(tx, appeal.id, outcome.eventId)
  return outcome
}

type Changed = (...places: Place[]) => void
type Work = (tx: Transaction, changed: Changed) => Promise<Recorded>

/** With the comment that was changed, when one was. */
type Recorded = Outcome & { commentId?: number }

/** Runs a decision in a transaction, and tells the other desks of it once it is kept. */
export async function keep(work: Work): Promise<Outcome> {
  const { commentId, ...outcome } = await transaction(work)
  if (commentId) tellModerators([commentId])
  return outcome
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockForDecision>>>

/** Locks a comment for a decision. The lock lets replies be written meanwhile (they need the row's key only), and no other decision. */
export async function lockForDecision(tx: Transaction, id: number) {
  // Its conversation before it, as those who decide about many lock them.
  await lockComments(tx, [id])
  const reply = alias(comments, "reply")
  const shownReplies = tx
    .select({ id: reply.id })
    .from(reply)
    .where(
      and(
        eq(reply.postId, comments.postId),
        eq(reply.status, "approved"),
        gt(reply.path, comments.path),
        lt(reply.path, sql`${comments.path} || ${maxId}::bigint`),
      ),
    )
  const [row] = await tx
    .select({
      id: comments.id,
      status: comments.status,
      version: comments.version,
      slug: posts.slug,
      holdsUpReplies: sql<boolean>`${exists(shownReplies)}`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, id))
  return row
}

const maxId = "9223372036854775807"

type Change = {
  staff: Staff
  action: ModerationAction
  toStatus: CommentStatus
  reason?: string
  undoes?: number
  detail?: Record<string, string | number | boolean>
}

/** Writes a decision and its effect, in the transaction that holds the comment's lock. */
export async function recordDecision(
  tx: Transaction,
  changed: Changed,
  comment: Locked,
  { staff, action, toStatus, reason = "", undoes, detail = {} }: Change,
): Promise<Recorded> {
  const [event] = await tx
    .insert(moderationEvents)
    .values({
      commentId: comment.id,
      staffId: staff.id,
      action,
      fromStatus: comment.status,
      toStatus,
      reason,
      commentVersion: comment.version,
      undoes,
      detail,
      // The hour of the decision, not of the moment it began to wait for the lock.
      createdAt: sql`clock_timestamp()`,
    })
    .returning({ id: moderationEvents.id })
  await tx.update(comments).set({ status: toStatus }).where(eq(comments.id, comment.id))
  if (toStatus === "approved" && comment.status !== "approved") await queueReplyMail(tx, comment.id)
  const stands = await findStanding(tx, { id: comment.id, status: toStatus })
  await afterDecisions(tx, [{ id: comment.id, verdict: stands?.verdict ?? null }])
  await endLease(tx, staff, comment.id)
  changed(...changedPlaces(comment, toStatus))
  return { ok: true, status: toStatus, eventId: event?.id ?? null, commentId: comment.id }
}

/** Lists tell how many comments a story has; a comment that nobody saw leaves every page as it was. */
function changedPlaces(comment: Locked, toStatus: CommentStatus): Place[] {
  const { status, slug, holdsUpReplies } = comment
  if (status === toStatus) return []
  if (status === "approved" || toStatus === "approved") return [`post:${slug}`, "lists"]
  return holdsUpReplies ? [`post:${slug}`] : []
}

async function findDecision(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({ commentId: moderationEvents.commentId })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.id, eventId), isNotNull(moderationEvents.staffId)))
  return row?.commentId ? { commentId: row.commentId } : undefined
}

async function findUndoing(tx: Transaction, eventId: number) {
  const [row] = await tx
    .select({
      id: moderationEvents.id,
      staffId: moderationEvents.staffId,
      by: staffTable.name,
      at: moderationEvents.createdAt,
    })
    .from(moderationEvents)
    .innerJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(eq(moderationEvents.undoes, eventId))
  return row && { ...row, verdict: "undone" as const }
}

/** The refusal of a decision about a comment that a colleague has open; ask under its lock. */
export async function heldElsewhere(
  tx: Transaction,
  staff: Staff,
  commentId: number,
): Promise<Outcome | null> {
  const holder = await findOtherHolder(tx, staff, commentId)
  return (
    holder && { ok: false, reason: "leased", earlier: { name: holder.by, did: "opened", at: holder.until } }
  )
}

function decidedMeanwhile(standing: Standing | null, staff: Staff): Outcome {
  return { ok: false, reason: "decided", earlier: standing ? told(standing, staff) : undefined }
}

/** Nobody needs to be told what they did themselves. */
function told(
  event: { staffId: number | null; by: string; verdict: Verdict | "undone"; at: Date },
  staff: Staff,
): Earlier | undefined {
  return event.staffId === staff.id ? undefined : { name: event.by, did: event.verdict, at: event.at }
}
