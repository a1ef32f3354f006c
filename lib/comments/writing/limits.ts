import type { Refusal } from "@/lib/comments/writing/refusals"
import type { Limit, Try } from "@/lib/rate-limit"

/** WordPress's flood rule, one comment in 15 seconds, for a place and for an address that is the speaker's own. */
const flood = { max: 1, seconds: 15 }
const hour = 3600

const commentLimits = {
  floodNetwork: { name: "comment-flood-network", ...flood },
  floodAddress: { name: "comment-flood-address", ...flood },
  hourNetwork: { name: "comment-hour-network", max: 20, seconds: hour },
  hourAddress: { name: "comment-hour-address", max: 10, seconds: hour },
} as const satisfies Record<string, Limit>

type Speaker = { network: string; email: string; proved: boolean }

/**
 * What one comment counts against. An address counts only for whoever has proved it: "too quickly" would tell a
 * stranger who typed it that its owner spoke a moment ago, and a machine invents another.
 */
export function triesOf({ network, email, proved }: Speaker): Try[] {
  const here = [
    { limit: commentLimits.floodNetwork, who: network },
    { limit: commentLimits.hourNetwork, who: network },
  ]
  if (!proved) return here
  const address = email.toLowerCase()
  return [
    ...here,
    { limit: commentLimits.floodAddress, who: address },
    { limit: commentLimits.hourAddress, who: address },
  ]
}

/** Whether somebody has to wait for seconds or for longer. */
export function refusalOf(limit: Limit): Extract<Refusal, "too-fast" | "too-many"> {
  return limit.seconds === flood.seconds ? "too-fast" : "too-many"
}

/**
 * Forms from one place that became no comment: refused, or said before. Without it the form would tell, guess by
 * guess, whose address stands behind the words on the page.
 */
export const attemptLimit: Limit = { name: "comment-attempt-network", max: 60, seconds: hour }

export const editLimit: Limit = { name: "comment-edit", max: 20, seconds: hour }

export const reportLimit: Limit = { name: "comment-report", max: 10, seconds: hour }
