import type { Candidate } from "@/lib/moderation/decisions/candidate"
import type { Seen } from "@/lib/moderation/decisions/types"

/** Whether a decision stands that was not there when the moderator looked. */
export function isNewer({ current }: Candidate, seen: Seen): boolean {
  return current !== null && current.id !== seen.standing
}
