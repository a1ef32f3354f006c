import { anotherPerson } from "@/lib/auth/messages"
import type { DecisionRefusal } from "@/lib/moderation/decisions/types"

/** Why a decision was refused, in sentences that say what is so now. */
export const decisionRefusals: Record<DecisionRefusal, string> = {
  "another-person": anotherPerson,
  "not-allowed": "Your roles do not include moderation.",
  gone: "This comment is no longer here.",
  deleted: "Its author has deleted this comment, so there is nothing to decide.",
  edited: "The text has changed meanwhile. Read it again, then decide.",
  decided: "That decision no longer stands, so it cannot be undone.",
  leased: "A colleague has this open. Wait for them, or take it over.",
  "too-late": "A decision can be undone for an hour. Decide anew instead.",
  "own-decision":
    "Its author has appealed against your decision, so a colleague decides now. If there is no other moderator, you can decide a day after the appeal. Nothing was changed.",
  "no-reason": "Choose why it is rejected. Nothing was changed.",
  "appeal-decided": "This appeal has been decided already.",
  "no-such-words":
    "These words are not in the comment as they are written here. Nothing was changed: select them in the text, or copy them from it.",
  "no-blackout-reason": "Choose why these words are blacked out. Nothing was changed.",
  "blacked-out-already": "These words are blacked out already.",
  "words-gone":
    "These words are no longer kept, so they cannot be brought back. That can be done for an hour, unless the author changes the comment before.",
  "too-many-words":
    "With so many words blacked out the comment would be too long. Choose a longer piece of it.",
  "not-published": "Readers no longer see this story, so there is nothing to hold or close.",
  "mode-milder":
    "Moderators can make a story’s rule for comments stricter, and take their own change back for an hour. To make it milder, ask an editor. Nothing was changed.",
  "mode-changed":
    "Somebody has changed how this story takes comments since, so that change cannot be undone. Nothing was changed.",
}
