import "server-only"
import { and, eq } from "drizzle-orm"
import { database } from "@/db/client"
import type { comments } from "@/db/schema/comments"
import { moderationEvents } from "@/db/schema/events"
import { transaction } from "@/db/transaction"
import { tellModerators } from "@/lib/comments/live/tell"
import { queueReplyMail } from "@/lib/comments/mail/reply-mail"
import { gatherFacts } from "@/lib/comments/screening/facts"
import { commenterOf, type FirstVerdict, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { isOwnForm } from "@/lib/comments/screening/form-stamp"
import { modeOf } from "@/lib/comments/screening/modes"
import { inShort } from "@/lib/comments/screening/opinion"
import { screen } from "@/lib/comments/screening/screening"
import { commentFingerprint } from "@/lib/comments/writing/fingerprint"
import type { CommentInput } from "@/lib/comments/writing/input"
import { keepComment } from "@/lib/comments/writing/keep-comment"
import { attemptLimit, refusalOf, triesOf } from "@/lib/comments/writing/limits"
import { networkHash } from "@/lib/comments/writing/network-hash"
import { attachmentPath, takesComments } from "@/lib/comments/writing/policy"
import type { Answer } from "@/lib/comments/writing/refusals"
import { sealAddress } from "@/lib/email-address"
import { countAgainst, type Try } from "@/lib/rate-limit"

/** Where the person is led: their own page, or the comment on the story. */
export type Submitted = { id: number; slug: string; showOwnPage: boolean }

export type Said = CommentInput & {
  network: string
  /** The address that this browser has proved before, as its hash. */
  provedHash?: Buffer | null
}

/**
 * Takes a comment: the row, why it appears or waits, and what it counts against the limits are kept together
 * or not at all. The same words by the same person in the same place are one comment, however often and
 * however many at once they arrive; a repetition leads to the first and does not count as a comment.
 */
export async function submitComment(said: Said): Promise<Answer<Submitted>> {
  const answer = await takeComment(said)
  if (answer === "too-many-attempts") return { ok: false, reason: "too-many" }
  if (!answer.ok || answer.value.before) await countAgainst(attemptLimit, said.network)
  if (!answer.ok) return answer
  const { before: _, ...submitted } = answer.value
  return { ok: true, value: submitted }
}

type Taken = Answer<Submitted & { before: boolean }>

async function takeComment(said: Said): Promise<Taken | "too-many-attempts"> {
  const address = sealAddress(said.email)
  const fingerprint = commentFingerprint({ ...address, name: said.name, body: said.comment })
  const seenFrom = await networkHash(said.network)
  const { emailHash } = address
  const proved = said.provedHash?.equals(emailHash) ?? false
  const tries = triesOf({ network: said.network, email: said.email, proved })
  const attempt = { limit: attemptLimit, who: said.network }

  // The limits are looked at before the repetition is: a first comment and its count become visible together, so of
  // two equal ones the second is never called too fast.
  const { settings, facts, limits, place, opinion } = await gatherFacts({
    words: wordsOf(said),
    who: { emailHash, networkHash: seenFrom, proved },
    network: said.network,
    tries: [attempt, ...tries],
    said: { story: said.story, replyTo: said.replyTo, emailHash, fingerprint },
  })
  if (!limits.ok && limits.limit === attemptLimit) return "too-many-attempts"
  if (place?.saidHere) return { ok: true, value: await leadToFirst(place.saidHere, place.post.slug) }
  const mode = place && modeOf(dated(place.post), settings)
  const open = takesComments(place && mode ? { status: place.post.status, mode } : undefined)
  if (!place || !mode || mode === "closed" || !open.ok) {
    return { ok: false, reason: open.ok ? "story-gone" : open.reason }
  }
  if (said.replyTo !== null && place.parent?.status !== "approved")
    return { ok: false, reason: "parent-gone" }
  if (!limits.ok) return { ok: false, reason: refusalOf(limits.limit) }

  const findings = await screen({ ...facts, sameWordsElsewhere: place.saidElsewhere })
  const commenter = commenterOf({ proved, provedApproved: facts.past.provedApproved })
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
    fingerprint,
    networkHash: seenFrom,
    provedAt: proved ? new Date() : null,
    findings,
    score: opinion.score,
    contributions: inShort(opinion.contributions),
  } satisfies typeof comments.$inferInsert
  const kept =
    verdict.status === "approved"
      ? await publish(row, verdict, tries, place.post.slug)
      : await keepComment(row, verdict, tries)
  if (!kept.ok) {
    return kept.repeated ? await takeComment(said) : { ok: false, reason: refusalOf(kept.over) }
  }
  tellModerators([place.nextId])
  const showOwnPage = verdict.status !== "approved"
  return { ok: true, value: { id: place.nextId, slug: place.post.slug, showOwnPage, before: false } }
}

type Row = Parameters<typeof keepComment>[0]

/** Keeps a comment that appears at once, and tells the pages that show it. */
async function publish(
  row: Row,
  verdict: FirstVerdict,
  tries: Try[],
  slug: string,
): ReturnType<typeof keepComment> {
  try {
    return await transaction(async (tx, changed) => {
      const kept = await keepComment(row, verdict, tries, tx)
      if (!kept.ok) throw new NotKept(kept)
      if (row.parentId !== null) await queueReplyMail(tx, row.id)
      changed(`post:${slug}`, "lists")
      return kept
    })
  } catch (error) {
    if (error instanceof NotKept) return error.answer
    throw error
  }
}

/** Ends the transaction: after a statement that failed there is nothing to commit. */
class NotKept extends Error {
  constructor(readonly answer: Awaited<ReturnType<typeof keepComment>>) {
    super("The comment was not kept.")
  }
}

function dated<T extends { publishedAt: string | null }>(post: T) {
  return { ...post, publishedAt: post.publishedAt === null ? null : new Date(post.publishedAt) }
}

function wordsOf({ name, website, email, comment, nickname, made }: Said) {
  return { name, website, email, body: comment, honeypot: nickname, ownForm: isOwnForm(made) }
}

/**
 * The author's page lets its holder change and delete, so it is not given to a stranger who copies a comment from the
 * story and knows its author's address: words that ever were public prove nothing of who sends them.
 */
async function leadToFirst(id: number, slug: string): Promise<Submitted & { before: boolean }> {
  const [shown] = await database()
    .select({ id: moderationEvents.id })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, id), eq(moderationEvents.toStatus, "approved")))
    .limit(1)
  return { id, slug, showOwnPage: shown === undefined, before: true }
}
