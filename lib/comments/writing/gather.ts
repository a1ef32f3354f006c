import "server-only"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import type { CommentInput } from "@/lib/comments/input"
import { gatherFacts } from "@/lib/comments/screening/facts"
import { isStampOfOurs } from "@/lib/comments/screening/form-stamp"
import { attemptLimit, limitsOfComment, limitsOfEmail } from "@/lib/comments/writing/limits"
import { protectEmail } from "@/lib/email"
import { hashIpPrefixes } from "@/lib/visitors/ip-prefix-hash"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import { hashMailbox } from "@/lib/visitors/mailbox"
import { withCounterKeys } from "@/lib/visitors/rate-limit"

export type CommentSubmission = Omit<CommentInput, "mailLink"> & {
  network: string
  /** The address that this browser has proved before, as its hash. */
  provedHash?: Buffer | null
}

export type Author = Awaited<ReturnType<typeof identify>>
export type Tries = Awaited<ReturnType<typeof keyTries>>
export type Gathered = Awaited<ReturnType<typeof gatherFacts>>

/** Whose comment it is, as far as it is kept: hashes, and the address encrypted for replies. */
export async function identify({ email, name, comment, network, provedHash }: CommentSubmission) {
  const address = protectEmail(email)
  const { emailHash } = address
  const prefixes = await hashIpPrefixes(network)
  const words = { emailHash, name, body: comment }
  return {
    address,
    emailHash,
    mailboxHash: hashMailbox(email),
    prefixes,
    fingerprint: commentFingerprint(words),
    fingerprintHere: commentFingerprint(words, prefixes.networkHash.toString("hex")),
    /** Whether this browser has proved the address. */
    proved: provedHash?.equals(emailHash) ?? false,
  }
}

/** What the comment counts against: as an attempt, by its network, and by its email address. */
export async function keyTries(submission: CommentSubmission) {
  return {
    attempts: await withCounterKeys([{ limit: attemptLimit, who: ofIpPrefix(submission.network) }]),
    byNetwork: await withCounterKeys(limitsOfComment(submission)),
    byEmail: await withCounterKeys(limitsOfEmail(submission)),
  }
}

/** Everything that the decision needs, in one query. */
export function gather(submission: CommentSubmission, author: Author, tries: Tries): Promise<Gathered> {
  const { name, website, email, comment, leftEmpty, made, network, story, replyTo } = submission
  const { emailHash, mailboxHash, prefixes, proved, fingerprint, fingerprintHere } = author
  return gatherFacts({
    words: { name, website, email, body: comment, honeypot: leftEmpty, ownForm: isStampOfOurs(made) },
    who: { emailHash, mailboxHash, ...prefixes, proved },
    network,
    tries: [...tries.attempts, ...tries.byNetwork, ...tries.byEmail],
    said: { story, replyTo, emailHash, fingerprint, fingerprintHere },
  })
}
