import type { Candidate } from "@/lib/moderation/decisions/candidate"
import type { Judgement } from "@/lib/moderation/decisions/judgement"
import type { Seen } from "@/lib/moderation/decisions/types"

/** So many comments can be decided about at once. */
export const bulkLimit = 5000

/** Why a comment is left as it is. */
export const leftFor = ["already", "edited", "decided", "appealed", "open", "deleted", "gone"] as const

export type LeftFor = (typeof leftFor)[number]

export type LeftAlone = Record<LeftFor, number>

export function noneLeft(): LeftAlone {
  return { already: 0, edited: 0, decided: 0, appealed: 0, open: 0, deleted: 0, gone: 0 }
}

/** Counts a comment that is left as it is. */
export function countLeft(left: LeftAlone, judgement: Exclude<Judgement, "changes">): void {
  // Of many, an appeal and the hour are judged for all of them at once.
  if (judgement !== "own-decision" && judgement !== "too-late") left[judgement]++
}

/** What was before a moderator's eyes when they looked at these comments. */
export function seenOf({ id, version, current }: Candidate): Seen {
  return { id, version, standing: current?.id ?? null }
}
