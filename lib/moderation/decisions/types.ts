import type { CommentStatus, Verdict } from "@/lib/comments/types"

/** What the moderator had before their eyes; a decision about anything else is refused. */
export type Seen = {
  id: number
  /** The version of the text. */
  version: number
  /** The decision that stood, or nothing when there was none. */
  standing?: number | null
}

/** Who decided what, for telling the one who came second; or who has the comment open, and until when. */
export type Earlier = { name: string; did: Verdict | "undone" | "opened"; at: Date }

export type DecisionRefusal =
  | "another-person"
  | "not-allowed"
  | "gone"
  | "deleted"
  | "edited"
  | "decided"
  | "too-late"
  | "leased"
  | "own-decision"
  | "no-reason"
  | "appeal-decided"
  | "no-such-words"
  | "no-blackout-reason"
  | "blacked-out-already"
  | "words-gone"
  | "too-many-words"
  | "not-published"
  | "mode-milder"
  | "mode-changed"

/** `earlier` is there when what somebody else did is the reason of the answer. */
export type DecisionOutcome =
  | { ok: true; status: CommentStatus; eventId: number | null; earlier?: Earlier }
  | { ok: false; reason: DecisionRefusal; earlier?: Earlier }
