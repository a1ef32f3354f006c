import { mayDecideOver } from "@/lib/comments/appeal-policy"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { isNewer } from "@/lib/moderation/decisions/is-newer"
import { type Judgement, type JudgementRules, judge } from "@/lib/moderation/decisions/judgement"
import type { Seen } from "@/lib/moderation/decisions/types"

type BlackoutIntent = { seen: Seen; staffId: number }

const blackoutRules: JudgementRules<BlackoutIntent> = [
  ["deleted", ({ status }) => status === "deleted"],
  ["decided", (comment, { seen }) => isNewer(comment, seen)],
  ["edited", ({ version }, { seen }) => version !== seen.version],
  ["own-decision", ({ appeal }, { staffId }) => !mayDecideOver(appeal, staffId)],
  ["open", ({ heldBy }) => heldBy !== null],
]

/** Whether words of a comment can be blacked out, or a blackout taken back. */
export function judgeBlackout(comment: Candidate, intent: BlackoutIntent): Judgement {
  return judge(blackoutRules, comment, intent)
}
