import "server-only"
import type { CommentContext } from "@/lib/comments/context"
import { notifyModerators } from "@/lib/comments/desk-changes"
import type { CommentResult } from "@/lib/comments/messages"
import { takesComments } from "@/lib/comments/policy"
import {
  type CommentSubmission,
  type Gathered,
  gather,
  identify,
  keyTries,
} from "@/lib/comments/writing/gather"
import { insertComment } from "@/lib/comments/writing/insert-comment"
import { attemptLimit, refusalOf } from "@/lib/comments/writing/limits"
import { takesPublicName } from "@/lib/comments/writing/public-name"
import { publishComment } from "@/lib/comments/writing/publish-comment"
import { findRepeated } from "@/lib/comments/writing/repeated"
import { judgeComment, type OpenMode, rowOf } from "@/lib/comments/writing/verdict"
import { modeOf } from "@/lib/settings/comment-modes"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import { countAgainst, judgeTries } from "@/lib/visitors/rate-limit"

export type Submitted = {
  id: number
  slug: string
  /** Where the person is led: their own page, or the comment on the story. */
  showOwnPage: boolean
  /** Whether a message about it may be sent to the address: not for spam, nor for what was sent before. */
  mayMail: boolean
}

/**
 * Takes a comment: the row, why it appears or waits, and what it counts against the limits are kept together
 * or not at all. The same words by the same person in the same place are one comment, however often and
 * however many at once they arrive; a repetition leads to the first and does not count as a comment.
 */
export async function submitComment(submission: CommentSubmission): Promise<CommentResult<Submitted>> {
  const answer = await takeComment(submission)
  if (answer === "too-many-attempts") return { ok: false, reason: "too-many" }
  if (!answer.ok || answer.value.before) await countAgainst(attemptLimit, ofIpPrefix(submission.network))
  if (!answer.ok) return answer
  const { before: _, ...submitted } = answer.value
  return { ok: true, value: submitted }
}

type Taken = CommentResult<Submitted & { before: boolean }>

/** What changes between judging and writing is judged again so often; more would be a mistake of ours. */
const mostJudged = 6

async function takeComment(
  submission: CommentSubmission,
  judgedBefore = 0,
): Promise<Taken | "too-many-attempts"> {
  if (judgedBefore === mostJudged) throw new Error("A comment was never as it had been judged.")
  const author = await identify(submission)
  const tries = await keyTries(submission)
  // The limits are looked at before the repetition is: a first comment and its count become visible together, so of
  // two equal ones the second is never called too fast.
  const gathered = await gather(submission, author, tries)
  const limits = judgeTries([...tries.attempts, ...tries.byNetwork], gathered.counted)
  if (!limits.ok && limits.limit === attemptLimit) return "too-many-attempts"
  const earlier = findRepeated(gathered.place, { ...author, networkHashes: gathered.networkHashes })
  if (gathered.place && earlier.repeats) return repetitionOf(gathered.place, earlier.repeats)
  const story = openStory(submission, gathered)
  if (!story.ok) return story
  if (!limits.ok) return { ok: false, reason: refusalOf(limits.limit) }
  if (await takesPublicName(submission, gathered)) return { ok: false, reason: "public-name" }

  const { context, mode } = story.value
  const judged = await judgeComment({ mode, author, gathered, tries, sameWords: earlier.sameWords })
  const row = rowOf(submission, { author, context, judged, opinion: gathered.opinion, apart: earlier.apart })
  // Of a limit that is over already one more changes nothing, and the statement would refuse it.
  const free = tries.byEmail.filter((one) => judgeTries([one], gathered.counted).ok)
  const counts = { tries: [...tries.byNetwork, ...free], judged: context }
  const inserted =
    judged.verdict.status === "approved"
      ? await publishComment({ row, verdict: judged.verdict, counts, slug: context.post.slug })
      : await insertComment({ row, verdict: judged.verdict, counts })
  if (inserted.ok) {
    notifyModerators([row.id])
    const showOwnPage = judged.verdict.status !== "approved"
    const mayMail = judged.verdict.status !== "spam"
    return { ok: true, value: { id: row.id, slug: context.post.slug, showOwnPage, mayMail, before: false } }
  }
  if (inserted.why === "not-proved") return takeComment({ ...submission, provedHash: null }, judgedBefore + 1)
  if (inserted.why === "over" && tries.byNetwork.some(({ limit }) => limit === inserted.limit)) {
    return { ok: false, reason: refusalOf(inserted.limit) }
  }
  return takeComment(submission, judgedBefore + 1)
}

/**
 * Leads to the comment that was sent before. The author's page lets its holder change and delete: words that ever were
 * public prove nothing of who sends them, so for those it is the story.
 */
function repetitionOf({ post }: CommentContext, { id, shown }: { id: number; shown: boolean }): Taken {
  return { ok: true, value: { id, slug: post.slug, showOwnPage: !shown, mayMail: false, before: true } }
}

/** The story and the comment answered, if they take comments, and by which rule. */
function openStory(
  { replyTo }: CommentSubmission,
  { place: context, settings }: Gathered,
): CommentResult<{ context: CommentContext; mode: OpenMode }> {
  const mode = context && modeOf(dated(context.post), settings)
  const open = takesComments(context && mode ? { status: context.post.status, mode } : undefined)
  if (!context || !mode || mode === "closed" || !open.ok) {
    return { ok: false, reason: open.ok ? "story-gone" : open.reason }
  }
  if (replyTo !== null && context.parent?.status !== "approved") return { ok: false, reason: "parent-gone" }
  return { ok: true, value: { context, mode } }
}

function dated<T extends { publishedAt: string | null }>(post: T) {
  return { ...post, publishedAt: post.publishedAt === null ? null : new Date(post.publishedAt) }
}
