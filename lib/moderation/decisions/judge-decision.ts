import { mayDecideOver } from "@/lib/comments/appeal-policy"
import type { Verdict } from "@/lib/comments/types"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { isNewer } from "@/lib/moderation/decisions/is-newer"
import { type Judgement, type JudgementRules, judge } from "@/lib/moderation/decisions/judgement"
import type { Seen } from "@/lib/moderation/decisions/types"

type Intent = {
  verdict: Verdict
  seen: Seen
  staffId: number
  /** Whether it is one of many that nobody looks at one by one. */
  batch: boolean
}

const decisionRules: JudgementRules<Intent> = [
  ["deleted", ({ status }) => status === "deleted"],
  ["already", (comment, { seen, verdict }) => isNewer(comment, seen) && comment.current?.verdict === verdict],
  ["decided", (comment, { seen }) => isNewer(comment, seen)],
  ["edited", ({ version }, { seen }) => version !== seen.version],
  // A person answers an appeal by itself, and not who made the decision that it is against.
  ["appealed", ({ appeal }, { batch }) => batch && appeal !== null],
  ["own-decision", ({ appeal }, { staffId }) => !mayDecideOver(appeal, staffId)],
  ["already", ({ status, appeal, reported }, { verdict }) => status === verdict && !appeal && !reported],
  ["open", ({ heldBy }) => heldBy !== null],
]

/** What a verdict changes of a comment, by what its moderator had before their eyes. */
export function judgeDecision(comment: Candidate, intent: Intent): Judgement {
  return judge(decisionRules, comment, intent)
}
