import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import type { Queryable, Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { findBan } from "@/lib/bans/find"
import { domainOfAddress } from "@/lib/bans/match"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockComment, tagSubjectOf } from "@/lib/comments/locked-comment"
import { lockComments } from "@/lib/comments/locks"
import type { ReasonKey } from "@/lib/comments/reasons"
import { queueReplyMail } from "@/lib/comments/reply-mail"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { staffDecided } from "@/lib/comments/screening/past"
import { decryptEmail } from "@/lib/email"
import { type CommentMode, modeOf } from "@/lib/settings/comment-modes"
import { getSettings } from "@/lib/settings/queries"

type Proved = { ok: true; commenter: { id: number; epoch: number } } | { ok: false }

/**
 * Takes the word of a mailbox's owner that they wrote this comment: the address is proved, and this comment with it.
 * Others under the same address stay as they are, since anybody can have typed it. The rules then decide anew: where
 * all that this comment waited for was the proof, it appears. Saying so again changes nothing.
 * @param seen the version of the text that the owner had before their eyes; another one proves nothing
 * @param epoch that of the link they came with; one that was ended since proves nothing either
 */
export async function verifyComment(
  commentId: number,
  { seen, epoch }: { seen?: number; epoch?: number } = {},
): Promise<Proved> {
  const settings = await getSettings()
  const proved = await transaction(async (tx, changed): Promise<Proved> => {
    // With the conversation it may give a place to, in the order that decisions about many keep.
    await lockComments(tx, [commentId])
    const found = await lockComment(tx, commentId)
    if (!found || found.comment.status === "deleted") return { ok: false }
    const { comment, post } = found
    if (epoch !== undefined && (await lockEpoch(tx, comment)) !== epoch) return { ok: false }
    if (comment.provedAt) return { ok: true, commenter: await proveAddress(tx, comment) }
    const before = await whatHappened(tx, commentId)
    if (before.disowned || (seen !== undefined && seen !== comment.version)) return { ok: false }

    const commenter = await proveAddress(tx, comment)
    const verdict = await judge(tx, { comment, before, mode: modeOf(post, settings) })
    const appears = comment.status === "pending" && verdict.status === "approved"
    const status = appears ? "approved" : comment.status
    await tx.update(comments).set({ provedAt: sql`now()`, status }).where(eq(comments.id, commentId))
    await recordEvent(tx, {
      commentId,
      action: "proved",
      fromStatus: comment.status,
      toStatus: status,
      reason: status === "pending" ? (verdict.reason ?? "") : "",
      version: comment.version,
    })
    if (appears) {
      changed(...tagsOfComment({ ...tagSubjectOf(found), was: comment.status, becomes: status }))
      await queueReplyMail(tx, commentId)
    }
    return { ok: true, commenter }
  })
  if (proved.ok) notifyModerators([commentId])
  return proved
}

/**
 * Takes the word of a mailbox's owner that they did not write this comment: it can never be proved, and no more mail
 * about it goes to them. Where only the rules had let it appear it waits for a moderator; a moderator's decision stands.
 */
export async function disownComment(commentId: number, epoch?: number): Promise<{ ok: boolean }> {
  const disowned = await transaction(async (tx, changed) => {
    const found = await lockComment(tx, commentId)
    if (!found || found.comment.status === "deleted" || found.comment.provedAt) return { ok: false }
    const { comment } = found
    if (epoch !== undefined && (await lockEpoch(tx, comment)) !== epoch) return { ok: false }
    const before = await whatHappened(tx, commentId)
    if (before.disowned) return { ok: true }
    const held = comment.status === "approved" && !before.byStaff
    const status = held ? "pending" : comment.status
    await tx.update(comments).set({ status }).where(eq(comments.id, commentId))
    await recordEvent(tx, {
      commentId,
      action: "held",
      fromStatus: comment.status,
      toStatus: status,
      reason: notTheirs,
      version: comment.version,
    })
    changed(...tagsOfComment({ ...tagSubjectOf(found), was: comment.status, becomes: status }))
    return { ok: true }
  })
  if (disowned.ok) notifyModerators([commentId])
  return disowned
}

/** The reason of the event in which the owner of an address said that a comment is not theirs. */
export const notTheirs: ReasonKey = "not-theirs"

/** Whether the owner of the mailbox has said that they did not write it. */
export async function isDisowned(tx: Queryable, commentId: number): Promise<boolean> {
  return (await whatHappened(tx, commentId)).disowned
}

type Comment = typeof comments.$inferSelect
type Before = Awaited<ReturnType<typeof whatHappened>>

/** The epoch of the commenter behind a comment; it stays so until the transaction ends. */
async function lockEpoch(tx: Transaction, { emailHash }: Comment): Promise<number | null> {
  const [row] = await tx
    .select({ epoch: commenters.epoch })
    .from(commenters)
    .where(eq(commenters.emailHash, emailHash))
    .for("no key update")
  return row?.epoch ?? null
}

async function proveAddress(tx: Transaction, { emailHash, emailSealed }: Comment) {
  const [row] = await tx
    .insert(commenters)
    .values({ emailHash, emailSealed, provedAt: sql`now()` })
    .onConflictDoUpdate({
      target: commenters.emailHash,
      set: { provedAt: sql`coalesce(${commenters.provedAt}, now())` },
    })
    .returning({ id: commenters.id, epoch: commenters.epoch })
  if (!row) throw new Error("The address was not written.")
  return row
}

type Case = { comment: Comment; before: Before; mode: CommentMode }

/** What the rules say now that the address is proved. Anything a person has decided, or readers have reported, is theirs to say. */
async function judge(tx: Transaction, { comment, before, mode }: Case) {
  const held = { status: "pending", reason: before.heldFor as ReasonKey } as const
  if (before.byStaff || before.hidden || !(before.heldFor in onlyTheLadder)) return held
  const { emailHash, mailboxHash, networkHash, wideNetworkHash, name } = comment
  const ban = await findBan(tx, {
    emailHash,
    mailboxHash,
    emailDomain: domainOfAddress(decryptEmail(comment.emailSealed)),
    networkHashes: [networkHash ?? [], wideNetworkHash ?? []].flat(),
    name,
  })
  if (ban) return { status: "pending", reason: "banned" } as const
  const provedApproved = await hasProvedApproved(tx, comment)
  return firstVerdict(
    // Closed since: what was said in time is read by somebody.
    mode === "closed" ? "hold_all" : mode,
    commenterOf({ proved: true, provedApproved }),
    comment.findings,
  )
}

/** Reasons to wait that lie in who speaks and not in what was said. */
const onlyTheLadder = {
  "hold-all": true,
  "hold-first": true,
  "hold-unverified": true,
  edited: true,
  "": true,
}

/** The rows of an address are few; those of an attacker who typed it are not proved. */
async function hasProvedApproved(tx: Transaction, { id, emailHash }: Comment): Promise<boolean> {
  const [row] = await tx.execute<{ before: boolean }>(sql`
    select exists (
      select from comments
      where email_hash = ${emailHash} and id <> ${id} and status = 'approved' and proved_at is not null
        and ${staffDecided}
    ) as before`)
  return row?.before ?? false
}

async function whatHappened(tx: Queryable, commentId: number) {
  const events = await tx
    .select({
      action: auditEvents.action,
      toStatus: auditEvents.toStatus,
      reason: auditEvents.reason,
      staffId: auditEvents.staffId,
    })
    .from(auditEvents)
    .where(eq(auditEvents.commentId, commentId))
    .orderBy(desc(auditEvents.id))
  return {
    byStaff: events.some(({ staffId }) => staffId !== null),
    hidden: events.some(({ action }) => action === "hidden"),
    disowned: events.some(({ reason }) => reason === notTheirs),
    heldFor: events.find(({ toStatus }) => toStatus === "pending")?.reason ?? "",
  }
}
