import type { ReasonKey } from "@/lib/comments/reasons"
import { admission, type Commenter, type CommentMode } from "@/lib/comments/screening/modes"
import { ofAddress } from "@/lib/comments/screening/screening"

export type FirstVerdict = {
  status: "approved" | "pending" | "spam"
  /** The rule that decided, for the moderator and, unless `told` is another, for the author; `null` for none. */
  reason: ReasonKey | null
  /** What the author is told instead, where the rule speaks of an address that may be somebody else's. */
  told?: ReasonKey
}

type Found = { check?: string; verdict: "hold" | "spam"; reason: string }

/**
 * What becomes of a comment before anybody has read it: the ladder says whether this person may speak without waiting,
 * the findings say what speaks against these words. The graver of the two holds, and a finding is the better reason.
 * Of an address that was only typed, what else was said under it decides nothing, and what is held against it is not
 * told where strangers wait anyway: from either one could learn about its owner.
 */
export function firstVerdict(
  mode: Exclude<CommentMode, "closed">,
  commenter: Commenter,
  findings: readonly Found[],
): FirstVerdict {
  const waits = admission[mode][commenter] === "waits"
  const deciding = findings.filter(({ check }) => commenter !== "stranger" || !othersWords.has(check ?? ""))
  const gravest = deciding.find(({ verdict }) => verdict === "spam") ?? deciding[0]
  if (gravest) {
    const status = gravest.verdict === "spam" ? "spam" : "pending"
    const hushed = waits && commenter === "stranger" && aboutAddress.has(gravest.reason)
    return { status, reason: gravest.reason as ReasonKey, ...(hushed && { told: modeReason[mode] }) }
  }
  return waits ? { status: "pending", reason: modeReason[mode] } : { status: "approved", reason: null }
}

const othersWords = new Set<string>(Object.values(ofAddress))

const aboutAddress = new Set<string>(["banned", "recent-rejections"] satisfies ReasonKey[])

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
