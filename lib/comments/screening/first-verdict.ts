import type { ReasonKey } from "@/lib/comments/reasons"
import { admission, type Commenter, type CommentMode } from "@/lib/comments/screening/modes"

export type FirstVerdict = {
  status: "approved" | "pending" | "spam"
  /** The rule that decided, for the author and the moderator; `null` when nothing spoke against it. */
  reason: ReasonKey | null
}

type Found = { verdict: "hold" | "spam"; reason: string }

/**
 * What becomes of a comment before anybody has read it: the ladder says whether this person may speak without waiting,
 * the findings say what speaks against these words. The graver of the two holds, and a finding is the better reason.
 */
export function firstVerdict(
  mode: Exclude<CommentMode, "closed">,
  commenter: Commenter,
  findings: readonly Found[],
): FirstVerdict {
  const gravest = findings.find(({ verdict }) => verdict === "spam") ?? findings[0]
  if (gravest) {
    return { status: gravest.verdict === "spam" ? "spam" : "pending", reason: gravest.reason as ReasonKey }
  }
  if (admission[mode][commenter] === "appears") return { status: "approved", reason: null }
  return { status: "pending", reason: modeReason[mode] }
}

const modeReason = {
  open: "hold-all",
  hold_first: "hold-first",
  hold_unverified: "hold-unverified",
  hold_all: "hold-all",
} as const satisfies Record<Exclude<CommentMode, "closed">, ReasonKey>

/** What the site knows of somebody who speaks; only a proved address has a past that counts. */
export function commenterOf({
  proved,
  provedApproved,
}: {
  proved: boolean
  provedApproved: boolean
}): Commenter {
  if (!proved) return "stranger"
  return provedApproved ? "known" : "proved"
}
