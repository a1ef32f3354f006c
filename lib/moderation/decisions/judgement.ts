import type { Candidate } from "@/lib/moderation/decisions/candidate"

/** What becomes of a comment by a decision: it changes, or why it is left as it is. */
export type Judgement =
  | "changes"
  | "deleted"
  | "already"
  | "decided"
  | "edited"
  | "too-late"
  | "appealed"
  | "own-decision"
  | "open"

/** Each with what becomes of a comment for which it holds; the first counts. */
export type JudgementRules<Intent> = [Judgement, (comment: Candidate, intent: Intent) => boolean][]

/** The first rule that holds. */
export function judge<T>(rules: JudgementRules<T>, comment: Candidate, intent: T): Judgement {
  return rules.find(([, holds]) => holds(comment, intent))?.[0] ?? "changes"
}
