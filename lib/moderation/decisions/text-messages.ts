import { refusalSentence } from "@/lib/moderation/decisions/messages"
import type { ReplyRefusal } from "@/lib/moderation/decisions/staff-reply"
import type { DecisionRefusal, Earlier } from "@/lib/moderation/decisions/types"

/** Why a note was not kept, in a sentence that says what to do. */
export const noteRefusals = {
  "not-allowed": "Your roles do not include moderation.",
  empty: "Write your note.",
  "too-long": "This note is too long; 2,000 letters at most. Please shorten it.",
  gone: "This comment is no longer here. Your text is still here to copy.",
} as const

/** Why a reply of the staff was not published, nor the comment approved that it was to be approved with. */
export function replyRefusal(reason: ReplyRefusal | DecisionRefusal, earlier: Earlier | undefined): string {
  return reason in replyRefusals
    ? replyRefusals[reason as ReplyRefusal]
    : refusalSentence(reason as DecisionRefusal, earlier)
}

const replyRefusals: Record<ReplyRefusal, string> = {
  "not-allowed": "Your roles do not include moderation.",
  empty: "Write your reply.",
  "too-long": "This reply is too long; about 65,000 letters at most. Please shorten it.",
  gone: "This comment or its story is no longer here. Your text is still here to copy.",
  "not-shown":
    "Readers do not see this comment, so nobody would see your reply. Approve it first, then reply.",
}
