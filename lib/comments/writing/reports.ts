import "server-only"
import { and, eq, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { byteList } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { commentReports } from "@/db/schema/reports"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { tagsOfComment } from "@/lib/comments/cache-tags"
import { notifyModerators } from "@/lib/comments/desk-changes"
import type { ReportInput } from "@/lib/comments/input"
import { lockComment, tagSubjectOf } from "@/lib/comments/locked-comment"
import type { CommentResult } from "@/lib/comments/messages"
import { reportLimit } from "@/lib/comments/writing/limits"
import { mailSender, recipient } from "@/lib/comments/writing/report-recipient"
import { countReporters, onePerson } from "@/lib/comments/writing/reporters"
import { getSettings } from "@/lib/settings/queries"
import { widerPrefix } from "@/lib/visitors/ip-prefix"
import { hashesOfIpPrefix, hashIpPrefixes } from "@/lib/visitors/ip-prefix-hash"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

type Report = Omit<ReportInput, "mailOutcome"> & {
  network: string
  /** Whom to mail what becomes of it: only who has proved an address can be. */
  commenterId?: number | null
}

type Reported = CommentResult<{ willMail: boolean }>

/**
 * Puts a comment before the moderators; once from each network, as long as its hashes are kept.
 * Where the settings say so, a comment that enough people have reported since a moderator last looked is hidden until one
 * looks again. `willMail`: its sender gets a message about what is decided.
 */
export async function reportComment(report: Report): Promise<Reported> {
  const counted = await countAgainst(reportLimit, ofIpPrefix(report.network))
  if (!counted.ok) return { ok: false, reason: "too-many-reports" }
  const [seenFrom, seenWide, from, settings] = await Promise.all([
    hashesOfIpPrefix(report.network),
    hashesOfIpPrefix(widerPrefix(report.network)),
    hashIpPrefixes(report.network),
    getSettings(),
  ])
  const answer = await transaction<Reported>(async (tx, changed) => {
    const found = await lockComment(tx, report.commentId)
    if (found?.comment.status !== "approved" || found.post.status !== "published") {
      return { ok: false, reason: "comment-gone" }
    }
    // A network's hash is another one each day; whoever comes back tomorrow is no second person.
    const before = await tx
      .select({ id: commentReports.id, networkHash: commentReports.networkHash, one: onePerson })
      .from(commentReports)
      .where(
        and(
          eq(commentReports.commentId, report.commentId),
          or(
            sql`${commentReports.networkHash} in ${byteList(seenFrom)}`,
            sql`${onePerson} in ${byteList(seenWide)}`,
          ),
        ),
      )
    const isOwn = (hash: Buffer | null) => seenFrom.some((own) => hash?.equals(own))
    const own = before.find(({ networkHash }) => isOwn(networkHash))
    if (own) return { ok: true, value: { willMail: await mailSender(tx, own.id, report.commenterId) } }
    const [made] = await tx
      .insert(commentReports)
      .values({
        commentId: report.commentId,
        reason: report.reason,
        note: report.note,
        networkHash: from.networkHash,
        wideNetworkHash: before[0]?.one ?? from.wideNetworkHash,
        commenterId: recipient(report.commenterId),
      })
      .onConflictDoNothing()
      .returning({ commenterId: commentReports.commenterId })
    const value = { willMail: Boolean(made?.commenterId) }
    if (!settings.commentsHideReported) return { ok: true, value }
    const { comment } = found
    const people = await countReporters(tx, comment)
    if (people < settings.commentsReportsToHide) return { ok: true, value }
    await hide(tx, comment, people)
    changed(...tagsOfComment({ ...tagSubjectOf(found), was: "approved", becomes: "pending" }))
    return { ok: true, value }
  })
  if (answer.ok) notifyModerators([report.commentId])
  return answer
}

type Comment = typeof comments.$inferSelect

async function hide(tx: Transaction, { id, version }: Comment, people: number): Promise<void> {
  await tx.update(comments).set({ status: "pending" }).where(eq(comments.id, id))
  await recordEvent(tx, {
    commentId: id,
    action: "hidden",
    fromStatus: "approved",
    toStatus: "pending",
    reason: "reported",
    version,
    detail: { people },
  })
}
