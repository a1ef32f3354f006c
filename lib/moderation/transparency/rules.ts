import { editMinutes } from "@/lib/comments/policy"
import type { CommentMode } from "@/lib/settings/comment-modes"
import type { Settings } from "@/lib/settings/shape"

/** The rules that are in force, in sentences for readers. Which words are looked for is told to nobody. */
export function rulesInWords(settings: Settings, moderators: number): string[] {
  return [
    modes[settings.commentMode],
    "A story can have a stricter or a milder rule of its own; its reply form says so.",
    closing(settings),
    ...(settings.commentMode === "hold_all" ? [everythingIsRead] : checks(settings)),
    reports(settings),
    `For ${editMinutes} minutes an author may change what they wrote; they may delete it at any time.`,
    `An author whose comment is refused is told why and may appeal once. ${moderators > 1 ? secondPerson : secondLook}`,
    "Moderators can black out words of a comment, such as a private address, and leave the rest. A solid bar stands in their place, and the author is told why.",
    "Every decision is written down: who, when, why, on which version of the text. That log is chained, so that nothing in it can be changed unnoticed.",
  ].filter((sentence) => sentence !== "")
}

/** Where everything waits, what makes a comment wait is no rule. */
const everythingIsRead =
  "Checks and a filter tell the moderators where to look first; under a story with a milder rule, what they find makes a comment wait. A field that only machines fill in, a ban or a listed word puts it among the spam, where moderators can still see it."

function checks(settings: Settings): string[] {
  return [
    links(settings),
    words(settings),
    "Flooding, the same words again and again, and forms that were filled in by machines are looked for too. Most of what is found makes a comment wait. A field that only machines fill in, a ban or a listed word puts it among the spam, where moderators can still see it. What is held against an address counts only once its owner has proved it: of an address that was only typed, moderators are told, and nobody else.",
    filter(settings),
  ]
}

const secondPerson = "Someone other than the moderator who refused it decides."
const secondLook =
  "There is only one moderator at present, so the same person looks again, at least a day later."

const modes: Record<CommentMode, string> = {
  open: "Comments appear at once, unless a check finds something in them; then a moderator reads them first.",
  hold_first:
    "A moderator reads the first comment of each person before it appears. Once you have proved your address and one of yours was approved, later ones appear at once.",
  hold_unverified:
    "Comments appear at once when their author has proved the address they typed. All others are read by a moderator first.",
  hold_all: "A moderator reads every comment before it appears.",
  closed: "Stories take no comments at present.",
}

function closing({ commentsCloseAfterDays: days }: Settings): string {
  if (days === 0) return ""
  return days === 1
    ? "A story takes comments for one day."
    : `A story takes comments for ${days} days after it is published.`
}

function links({ commentLinksHeld: most }: Settings): string {
  if (most === 0) return ""
  return most === 1
    ? "A comment with a link waits for a moderator."
    : `A comment with ${most} links or more waits for a moderator.`
}

function words({ commentWordsHeld, commentWordsSpam }: Settings): string {
  return commentWordsHeld.trim() || commentWordsSpam.trim()
    ? "There is a list of words that a moderator looks at first."
    : ""
}

function filter({ commentFilterHolds }: Settings): string {
  const power = commentFilterHolds
    ? "It can make a comment wait, and do nothing else."
    : "It advises the moderators, and does nothing else."
  return `A filter compares comments with what was taken for spam here. It begins with a small list of its own and learns from nothing but decisions made here. ${power} Nothing is sent anywhere else to be judged.`
}

function reports({ commentsHideReported, commentsReportsToHide }: Settings): string {
  return commentsHideReported
    ? `Readers can report a comment. One that ${commentsReportsToHide} people have reported is hidden until a moderator has looked at it.`
    : "Readers can report a comment. It stays until a moderator has looked at it."
}
