import "server-only"
import type { comments } from "@/db/schema/comments"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import type { CommentInput } from "@/lib/comments/input"
import type { CommentResult } from "@/lib/comments/messages"
import { attachmentPath, takesComments } from "@/lib/comments/policy"
import { gatherFacts } from "@/lib/comments/screening/facts"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { isStampOfOurs } from "@/lib/comments/screening/form-stamp"
import { inShort } from "@/lib/comments/screening/opinion"
import { screen } from "@/lib/comments/screening/screening"
import { insertComment } from "@/lib/comments/writing/insert-comment"
import { attemptLimit, limitsOfComment, limitsOfEmail, refusalOf } from "@/lib/comments/writing/limits"
import { publishComment } from "@/lib/comments/writing/publish-comment"
import { findRepeated } from "@/lib/comments/writing/repeated"
import { protectEmail } from "@/lib/email"
import { modeOf } from "@/lib/settings/comment-modes"
import { hashIpPrefixes } from "@/lib/visitors/ip-prefix-hash"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import { hashMailbox } from "@/lib/visitors/mailbox"
import { countAgainst, judgeTries, keyed } from "@/lib/visitors/rate-limit"

/** Where the person is led: their own page, or the comment on the story. */
export type Submitted = { id: number; slug: string; showOwnPage: boolean }

export type CommentSubmission = CommentInput & {
  network: string
  /** The address that this browser has proved before, as its hash. */
  provedHash?: Buffer | null
}

/**
 * Takes a comment: the row, why it appears or waits, and what it counts against the limits are kept together
 * or not at all. The same words by the same person in the same place are one comment, however often and
 * however many at once they arrive; a repetition leads to the first and does not count as a comment.
 */
export async function submitComment(said: CommentSubmission): Promise<CommentResult<Submitted>> {
  const answer = await takeComment(said)
  if (answer === "too-many-attempts") return { ok: false, reason: "too-many" }
  if (!answer.ok || answer.value.before) await countAgainst(attemptLimit, ofIpPrefix(said.network))
  if (!answer.ok) return answer
  const { before: _, ...submitted } = answer.value
  return { ok: true, value: submitted }
}

type Taken = CommentResult<Submitted & { before: boolean }>

/** What changes between judging and writing is judged again so often; more would be a mistake of ours. */
const mostJudged = 6

async function takeComment(said: CommentSubmission, judgedBefore = 0): Promise<Taken | "too-many-attempts"> {
  if (judgedBefore === mostJudged) throw new Error("A comment was never as it had been judged.")
  const address = protectEmail(said.email)
  const { emailHash } = address
  const mailboxHash = hashMailbox(said.email)
  const network = await hashIpPrefixes(said.network)
  const words = { emailHash, name: said.name, body: said.comment }
  const fingerprints = {
    fingerprint: commentFingerprint(words),
    fingerprintHere: commentFingerprint(words, network.networkHash.toString("hex")),
  }
  const tries = await keyed(limitsOfComment(said))
  const addressTries = await keyed(limitsOfEmail(said))
  const attempts = await keyed([{ limit: attemptLimit, who: ofIpPrefix(said.network) }])

  // The limits are looked at before the repetition is: a first comment and its count become visible together, so of
  // two equal ones the second is never called too fast.
  const proved = said.provedHash?.equals(emailHash) ?? false
  const { settings, facts, provedApproved, networkHashes, counted, place, opinion } = await gatherFacts({
    words: wordsOf(said),
    who: { emailHash, mailboxHash, ...network, proved },
    network: said.network,
    tries: [...attempts, ...tries, ...addressTries],
    said: { story: said.story, replyTo: said.replyTo, emailHash, ...fingerprints },
  })
  const limits = judgeTries([...attempts, ...tries], counted)
  if (!limits.ok && limits.limit === attemptLimit) return "too-many-attempts"
  const { repeats, sameWords, apart } = findRepeated(place, { proved, networkHashes })
  if (place && repeats) {
    // The author's page lets its holder change and delete. Words that ever were public prove nothing of who sends them.
    return {
      ok: true,
      value: { id: repeats.id, slug: place.post.slug, showOwnPage: !repeats.shown, before: true },
    }
  }
  const mode = place && modeOf(dated(place.post), settings)
  const open = takesComments(place && mode ? { status: place.post.status, mode } : undefined)
  if (!place || !mode || mode === "closed" || !open.ok) {
    return { ok: false, reason: open.ok ? "story-gone" : open.reason }
  }
  if (said.replyTo !== null && place.parent?.status !== "approved")
    return { ok: false, reason: "parent-gone" }
  if (!limits.ok) return { ok: false, reason: refusalOf(limits.limit) }

  const addressBusy = !judgeTries(addressTries, counted).ok
  const findings = await screen({ ...facts, ...sameWords, addressBusy })
  const commenter = commenterOf({ proved, provedApproved })
  const verdict = firstVerdict(mode, commenter, findings)
  const above = place.parent ? attachmentPath(place.parent.path) : []
  const row = {
    id: place.nextId,
    postId: place.post.id,
    parentId: above.at(-1) ?? null,
    path: [...above, place.nextId],
    status: verdict.status,
    name: said.name,
    website: said.website,
    body: said.comment,
    ...address,
    mailboxHash,
    fingerprint: apart ? fingerprints.fingerprintHere : fingerprints.fingerprint,
    ...network,
    provedAt: proved ? new Date() : null,
    findings,
    score: opinion.score,
    contributions: inShort(opinion.contributions),
  } satisfies typeof comments.$inferInsert
  // Of a limit that is over already one more changes nothing, and the statement would refuse it.
  const free = addressTries.filter((one) => judgeTries([one], counted).ok)
  const counts = { tries: [...tries, ...free], judged: place }
  const kept =
    verdict.status === "approved"
      ? await publishComment(row, verdict, counts, place.post.slug)
      : await insertComment(row, verdict, counts)
  if (!kept.ok) {
    if (kept.why === "not-proved") return takeComment({ ...said, provedHash: null }, judgedBefore + 1)
    if (kept.why === "over" && tries.some(({ limit }) => limit === kept.limit)) {
      return { ok: false, reason: refusalOf(kept.limit) }
    }
    return takeComment(said, judgedBefore + 1)
  }
  notifyModerators([place.nextId])
  const showOwnPage = verdict.status !== "approved"
  return { ok: true, value: { id: place.nextId, slug: place.post.slug, showOwnPage, before: false } }
}

function dated<T extends { publishedAt: string | null }>(post: T) {
  return { ...post, publishedAt: post.publishedAt === null ? null : new Date(post.publishedAt) }
}

function wordsOf({ name, website, email, comment, nickname, made }: CommentSubmission) {
  return { name, website, email, body: comment, honeypot: nickname, ownForm: isStampOfOurs(made) }
}
