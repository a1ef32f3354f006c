import { mayDecideOver, type OpenAppeal } from "@/lib/comments/appeal-policy"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { type Judgement, type JudgementRules, judge } from "@/lib/moderation/decisions/judgement"

type Undo = {
  eventId: number
  /** The appeal that this event answered. */
  answered: OpenAppeal | null
  staffId: number
  batch: boolean
}

const undoRules: JudgementRules<Undo> = [
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
