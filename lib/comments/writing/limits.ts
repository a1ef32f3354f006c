import type { CommentRefusal } from "@/lib/comments/messages"
import { ofIpPrefix, ofMailbox } from "@/lib/visitors/limit-subject"
import type { Limit, Try } from "@/lib/visitors/rate-limit"

/** WordPress's flood rule: one comment in 15 seconds from one place, or under one address. */
const flood = { max: 1, seconds: 15 }
const hour = 3600

const commentLimits = {
  floodNetwork: { name: "comment-flood-network", ...flood },
  floodAddress: { name: "comment-flood-address", ...flood },
  hourNetwork: { name: "comment-hour-network", max: 20, seconds: hour },
  hourAddress: { name: "comment-hour-address", max: 10, seconds: hour },
} as const satisfies Record<string, Limit>

/** What one comment counts against, and is refused for: it comes from a network of its sender's own. */
export function limitsOfComment({ network }: { network: string }): Try[] {
  const who = ofIpPrefix(network)
  return [
    { limit: commentLimits.floodNetwork, who },
    { limit: commentLimits.hourNetwork, who },
  ]
}

/**
 * What one comment counts against under the address that was typed. Anybody can type it, and a refusal would tell them
 * that its owner spoke just now: over these a comment is held only where the address is proved, and nobody is told why.
 */
export function limitsOfEmail({ email }: { email: string }): Try[] {
  const who = ofMailbox(email)
  return [
    { limit: commentLimits.floodAddress, who },
    { limit: commentLimits.hourAddress, who },
  ]
}

/** Whether somebody has to wait for seconds or for longer. */
export function refusalOf(limit: Limit): Extract<CommentRefusal, "too-fast" | "too-many"> {
  return limit.seconds === flood.seconds ? "too-fast" : "too-many"
}

/**
 * Forms from one place that became no comment: refused, or said before. Without it the form would tell, guess by
 * guess, whose address stands behind the words on the page.
 */
export const attemptLimit: Limit = { name: "comment-attempt-network", max: 60, seconds: hour }

export const editLimit: Limit = { name: "comment-edit", max: 20, seconds: hour }

export const reportLimit: Limit = { name: "comment-report", max: 10, seconds: hour }
