import { mayDecideOver, type OpenAppeal } from "@/lib/comments/appeal-policy"
import { blackoutReasons, rejectionReasons } from "@/lib/comments/reasons"
import type { Verdict } from "@/lib/comments/types"
import type { Candidate } from "@/lib/moderation/decisions/candidates"
import type { Seen } from "@/lib/moderation/types"

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

const reasonsFor: Partial<Record<Verdict | "blacked_out", readonly string[]>> = {
  rejected: rejectionReasons,
  blacked_out: blackoutReasons,
}

/** Whether a decision that needs a reason has none of its own kind: no comment is looked at for one. */
export function lacksReason(decision: Verdict | "blacked_out", reason = ""): boolean {
  return reasonsFor[decision]?.includes(reason) === false
}

type Rules<Intent> = [Judgement, (comment: Candidate, intent: Intent) => boolean][]

type Intent = {
  verdict: Verdict
  seen: Seen
  staffId: number
  /** Whether it is one of many that nobody looks at one by one. */
  batch: boolean
}

const decisionRules: Rules<Intent> = [
  ["deleted", ({ status }) => status === "deleted"],
  ["already", (comment, { seen, verdict }) => isNewer(comment, seen) && comment.current?.verdict === verdict],
  ["decided", isNewerThanSeen],
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

type BlackoutIntent = Omit<Intent, "verdict" | "batch">

const blackoutRules: Rules<BlackoutIntent> = [
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

type Undo = {
  eventId: number
  /** The appeal that this event answered. */
  answered: OpenAppeal | null
  staffId: number
  batch: boolean
}

const undoRules: Rules<Undo> = [
  ["deleted", ({ status }) => status === "deleted"],
  ["decided", ({ current }, { eventId }) => current?.id !== eventId],
  // A batch has an hour of its own.
  ["too-late", ({ current }, { batch }) => !batch && !current?.undoable],
  // Text that nobody has read may not come before readers by a step back.
  ["edited", ({ current, version }) => current?.fromStatus === "approved" && current.version !== version],
  ["appealed", ({ appeal }, { batch }) => batch && appeal !== null],
  [
    "own-decision",
    ({ appeal }, { answered, staffId }) =>
      !mayDecideOver(appeal, staffId) || !mayDecideOver(answered, staffId),
  ],
  // A batch can be taken back once, so it waits for nobody: who has one open decides about what they saw or not at all.
  ["open", ({ heldBy }, { batch }) => !batch && heldBy !== null],
]

/** What taking a decision back changes of a comment. */
export function judgeUndo(comment: Candidate, undo: Undo): Judgement {
  return judge(undoRules, comment, undo)
}

/** The first rule that holds. */
function judge<T>(rules: Rules<T>, comment: Candidate, intent: T): Judgement {
  return rules.find(([, holds]) => holds(comment, intent))?.[0] ?? "changes"
}

function isNewer({ current }: Candidate, seen: Seen): boolean {
  return current !== null && current.id !== seen.standing
}

function isNewerThanSeen(comment: Candidate, { seen }: Intent): boolean {
  return isNewer(comment, seen)
}
