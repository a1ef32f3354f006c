import type { comments } from "@/db/schema/comments"
import type { CommentContext } from "@/lib/comments/context"
import { attachmentPath } from "@/lib/comments/policy"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { inShort } from "@/lib/comments/screening/opinion"
import { screen } from "@/lib/comments/screening/screen"
import type { Author, CommentSubmission, Gathered, Tries } from "@/lib/comments/writing/gather"
import type { findRepeated } from "@/lib/comments/writing/repeated"
import type { modeOf } from "@/lib/settings/comment-modes"
import { judgeTries } from "@/lib/visitors/rate-limit"

/** A mode in which comments are taken. */
export type OpenMode = Exclude<ReturnType<typeof modeOf>, "closed">

type Case = {
  mode: OpenMode
  author: Author
  gathered: Gathered
  tries: Tries
  sameWords: ReturnType<typeof findRepeated>["sameWords"]
}

/** What the checks find in it, and whether it appears, waits or is spam. */
export async function judgeComment({ mode, author, gathered, tries, sameWords }: Case) {
  const addressBusy = !judgeTries(tries.byEmail, gathered.counted).ok
  const findings = await screen({ ...gathered.facts, ...sameWords, addressBusy })
  const commenter = commenterOf({ proved: author.proved, provedApproved: gathered.provedApproved })
  return { findings, verdict: firstVerdict(mode, commenter, findings) }
}

type Judged = {
  author: Author
  context: CommentContext
  judged: Awaited<ReturnType<typeof judgeComment>>
  opinion: Gathered["opinion"]
  /** Whether equal words under the same address are somebody else's, as far as can be known. */
  apart: boolean
}

/** The row of a comment that was judged. */
export function rowOf(submission: CommentSubmission, { author, context, judged, opinion, apart }: Judged) {
  const above = context.parent ? attachmentPath(context.parent.path) : []
  return {
    id: context.nextId,
    postId: context.post.id,
    parentId: above.at(-1) ?? null,
    path: [...above, context.nextId],
    status: judged.verdict.status,
    name: submission.name,
    website: submission.website,
    body: submission.comment,
    ...author.address,
    mailboxHash: author.mailboxHash,
    fingerprint: apart ? author.fingerprintHere : author.fingerprint,
    ...author.prefixes,
    provedAt: author.proved ? new Date() : null,
    findings: judged.findings,
    score: opinion.score,
    contributions: inShort(opinion.contributions),
  } satisfies typeof comments.$inferInsert
}
