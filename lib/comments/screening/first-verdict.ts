import type { ReasonKey } from "@/lib/comments/reasons"
import { checks } from "@/lib/comments/screening/checks"
import { admission, type Commenter, type CommentMode } from "@/lib/settings/comment-modes"

export type FirstVerdict = {
  status: "approved" | "pending" | "spam"
  /** The rule that decided, for the moderator and for the author; `null` for none. */
  reason: ReasonKey | null
  /** Set where it appears and moderators look at it afterwards: something is held against an address that was only typed. */
  flagged?: true
}

type Found = { check?: string; verdict: "hold" | "spam"; reason: string }

/**
 * What becomes of a comment before anybody has read it: the ladder says whether this person may speak without waiting,
 * the findings say what speaks against these words. The graver of the two holds, and a finding is the better reason.
 * What is held against an address decides nothing about somebody who only typed it: whether their comment appears would
 * tell them of its owner. Moderators see such findings on the card, and in "Reported" where the comment appeared.
 */
export function firstVerdict(
  mode: Exclude<CommentMode, "closed">,
  commenter: Commenter,
  findings: readonly Found[],
): FirstVerdict {
  const ofAddress = findings.filter(({ check }) => commenter === "stranger" && aboutAddress.has(check ?? ""))
  const deciding = findings.filter((finding) => !ofAddress.includes(finding))
  const gravest = deciding.find(({ verdict }) => verdict === "spam") ?? deciding[0]
  if (gravest) {
    return {
      status: gravest.verdict === "spam" ? "spam" : "pending",
      reason: gravest.reason as ReasonKey,
    }
  }
  if (admission[mode][commenter] === "waits") return { status: "pending", reason: modeReason[mode] }
  return { status: "approved", reason: null, ...(ofAddress.length > 0 && { flagged: true }) }
}

const aboutAddress = new Set(checks.filter(({ about }) => about === "address").map(({ name }) => name))

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
