import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { bytes } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { moderationEvents } from "@/db/schema/events"
import { commentReports } from "@/db/schema/reports"
import { transaction } from "@/db/transaction"
import { lockComment } from "@/lib/comments/decisions/locked-comment"
import { findStanding } from "@/lib/comments/decisions/standing"
import { tellModerators } from "@/lib/comments/live/tell"
import type { ReportInput } from "@/lib/comments/writing/input"
import { reportLimit } from "@/lib/comments/writing/limits"
import { networkHashes } from "@/lib/comments/writing/network-hash"
import type { Answer } from "@/lib/comments/writing/refusals"
import { countAgainst } from "@/lib/rate-limit"
import { getSettings } from "@/lib/settings/queries"

/**
 * Tells the moderators about a comment; once from each network, as long as its hashes are kept. Where the settings say so, a comment that enough
 * people have reported since a moderator last looked is hidden until one looks again.
 */
export async function reportComment(report: ReportInput & { network: string }): Promise<Answer<null>> {
  const counted = await countAgainst(reportLimit, report.network)
  if (!counted.ok) return { ok: false, reason: "too-many-reports" }
  const [seenFrom, settings] = await Promise.all([networkHashes(report.network), getSettings()])
  const answer = await transaction<Answer<null>>(async (tx, changed) => {
    const found = await lockComment(tx, report.commentId)
    if (found?.comment.status !== "approved" || found.post.status !== "published") {
      return { ok: false, reason: "comment-gone" }
    }
    // A network's hash is another one each day; whoever comes back tomorrow is no second person.
    const before = await tx.$count(
      commentReports,
      and(
        eq(commentReports.commentId, report.commentId),
        sql`${commentReports.networkHash} in ${bytes(seenFrom)}`,
      ),
    )
    if (before > 0) return { ok: true, value: null }
    await tx
      .insert(commentReports)
      .values({
        commentId: report.commentId,
        reason: report.reason,
        note: report.note,
        networkHash: seenFrom[0],
      })
      .onConflictDoNothing()
    if (!settings.commentsHideReported) return { ok: true, value: null }
    const { comment, post } = found
    const people = await countOpenReports(tx, comment)
    if (people < settings.commentsReportsToHide) return { ok: true, value: null }
    await hide(tx, comment, people)
    changed(`post:${post.slug}`, "lists")
    return { ok: true, value: null }
  })
  if (answer.ok) tellModerators([report.commentId])
  return answer
}

type Comment = typeof comments.$inferSelect

/** How many people have reported it since a moderator decided; each network counts as one. */
async function countOpenReports(tx: Transaction, comment: Comment): Promise<number> {
  const standing = await findStanding(tx, comment)
  const since = standing ? standing.at.toISOString() : "-infinity"
  return tx.$count(
    commentReports,
    // Without its hash nobody can tell any more who sent it.
    sql`${commentReports.commentId} = ${comment.id} and ${commentReports.networkHash} is not null
      and ${commentReports.createdAt} > ${since}::timestamptz`,
  )
}

async function hide(tx: Transaction, { id, version }: Comment, people: number): Promise<void> {
  await tx.update(comments).set({ status: "pending" }).where(eq(comments.id, id))
  await tx.insert(moderationEvents).values({
    commentId: id,
    action: "hidden",
    fromStatus: "approved",
    toStatus: "pending",
    reason: "reported",
    commentVersion: version,
    detail: { people },
  })
}
