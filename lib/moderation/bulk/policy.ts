import type { Verdict } from "@/lib/comments/types"
import type { Candidate } from "@/lib/moderation/bulk/candidates"
import type { Seen } from "@/lib/moderation/types"

/** So many comments can be decided about at once. */
export const bulkLimit = 5000

/** Why a comment is left as it is. */
export const leftFor = ["already", "edited", "decided", "appealed", "open", "deleted", "gone"] as const

export type LeftFor = (typeof leftFor)[number]

export type LeftAlone = Record<LeftFor, number>

export function noneLeft(): LeftAlone {
  return { already: 0, edited: 0, decided: 0, appealed: 0, open: 0, deleted: 0, gone: 0 }
}

/**
 * What becomes of one comment among many: the same rules as for a single decision (`decisions/moderation.ts`), but for an
 * appeal, which a person answers by itself.
 */
export function judgeCandidate(comment: Candidate, verdict: Verdict, seen: Seen): "changes" | LeftFor {
  const { status, standing } = comment
  if (status === "deleted") return "deleted"
  if (standing && standing.id !== seen.standing) return standing.verdict === verdict ? "already" : "decided"
  if (comment.version !== seen.version) return "edited"
  if (comment.appealed) return "appealed"
  if (status === verdict && !comment.reported) return "already"
  return comment.open ? "open" : "changes"
}

/**
 * What becomes of one comment when a decision about many is taken back: as in `undoDecision`, but that it waits for
 * nobody who has one open. It can be taken back once, and whoever looks at one decides about what they saw or not at all.
 */
export function judgeUndo(comment: Candidate, eventId: number): "changes" | LeftFor {
  const { status, standing } = comment
  if (status === "deleted") return "deleted"
  if (standing?.id !== eventId) return "decided"
  // Text that nobody has read may not come before readers by a step back.
  if (standing.fromStatus === "approved" && standing.version !== comment.version) return "edited"
  if (comment.appealed) return "appealed"
  return "changes"
}

/** What was before a moderator's eyes when they looked at these comments. */
export function seenOf({ id, version, standing }: Candidate): Seen {
  return { id, version, standing: standing?.id ?? null }
}
