import type { StoryRefusal } from "@/lib/comments/policy"
import type { CommentMode } from "@/lib/settings/comment-modes"

export type CommentRefusal =
  | StoryRefusal
  | "parent-gone"
  | "public-name"
  | "comment-gone"
  | "too-fast"
  | "too-many"
  | "too-many-reports"
  | "too-late"
  | "said-already"
  | "appealed-already"
  | "nothing-to-appeal"

/** What a visitor asked for, or why it could not be done. */
export type CommentResult<T> = { ok: true; value: T } | { ok: false; reason: CommentRefusal }

/** What a person reads when the site cannot take what they sent; their text is still in the form. */
export const commentRefusals: Record<CommentRefusal, string> = {
  "story-gone": "This story is no longer here, so your comment was not posted.",
  closed: "Comments on this story are closed, so yours was not posted. Your text is still here to copy.",
  "parent-gone": "The comment you answer is no longer here, so your reply was not posted.",
  "public-name":
    "This is the name of the publication or of someone who writes for it. If it is your name too, press “Post comment” again, and a moderator will read your comment first. Otherwise choose another name, so that nobody mistakes you for them. Staff reply from the desk.",
  "too-fast": "You are posting comments too quickly. Slow down, and try again in a few seconds.",
  "too-many": "Too many comments have come from you in the last hour. Please try again later.",
  "comment-gone": "This comment is no longer here, so there is nothing to report.",
  "too-many-reports": "Too many reports have come from you in the last hour. Please try again later.",
  "too-late": "This comment can no longer be changed. Your text is still here to copy.",
  "said-already": "You have already said this here, so nothing was changed.",
  "appealed-already":
    "You have appealed once already, and there is one appeal for each comment. Your text is still here to copy.",
  "nothing-to-appeal":
    "No moderator's decision stands against this comment, so there is nothing to appeal against. Your text is still here to copy.",
}

/** What the reply form says before anything is sent: whether a moderator reads first. */
export const readFirst: Record<CommentMode, string> = {
  open: "",
  hold_first: "A moderator reads the first comment of each person before it appears.",
  hold_unverified:
    "A moderator reads your comment before it appears, unless you prove by mail that the address is yours.",
  hold_all: "A moderator reads every comment before it appears.",
  closed: "",
}

/** One sentence above a form of which some fields need a change; each field says what. */
export function summarise(errors: Record<string, string>): string {
  const count = Object.keys(errors).length
  return count === 1
    ? "This was not sent yet: one field needs a change."
    : `This was not sent yet: ${count} fields need a change.`
}
