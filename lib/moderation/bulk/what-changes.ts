import "server-only"
import type { Staff } from "@/lib/auth/staff"
import type { Verdict } from "@/lib/comments/types"
import { countLeft, noneLeft, seenOf } from "@/lib/moderation/bulk/policy"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { judgeDecision } from "@/lib/moderation/decisions/judge-decision"

/** How many comments a verdict would change, and why it would leave the others alone. */
export function whatChanges(staff: Staff, candidates: readonly Candidate[], verdict: Verdict) {
  const left = noneLeft()
  let changes = 0
  for (const candidate of candidates) {
    const seen = seenOf(candidate)
    const judgement = judgeDecision(candidate, { verdict, seen, staffId: staff.id, batch: true })
    if (judgement === "changes") changes++
    else countLeft(left, judgement)
  }
  return { changes, left }
}
