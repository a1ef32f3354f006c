/**
 * Why a comment waits or was refused. The key is kept in the audit event; `author` is what its author
 * reads on their own page, `desk` is what a moderator reads in the queue.
 */
export const reasons = {
  "hold-all": {
    author: "A moderator reads every comment on this story before it appears.",
    desk: "Every comment on this story is held",
  },
  "hold-first": {
    author:
      "The first comment of each person is read by a moderator. Once you have proved your address and one of yours was approved, later ones appear at once.",
    desk: "First comment of this person, or the address is not proved",
  },
  "hold-unverified": {
    author:
      "Comments appear at once here when their author has proved the address they typed; others are read by a moderator first.",
    desk: "The address is not proved",
  },
  links: {
    author: "Comments with several links are read by a moderator before they appear.",
    desk: "Several links",
  },
  repeated: {
    // Not why: whoever typed somebody's address would learn what they said.
    author: "A moderator reads this comment before it appears.",
    desk: "Same words as another comment by this person",
  },
  edited: {
    author: "You have changed the text, so a moderator reads it again.",
    desk: "Changed by its author after it was approved",
  },
  honeypot: {
    // A form filled by a machine is not told how it was noticed.
    author: "A moderator reads this comment before it appears.",
    desk: "Filled a field that people cannot see",
  },
  // What a machine, a flood or somebody who was shut out could use to find a way around is not told.
  banned: {
    author: "A moderator reads this comment before it appears.",
    desk: "Banned",
  },
  byline: {
    author: "A moderator reads this comment before it appears.",
    desk: "Under the name of a byline, and the address is not proved",
  },
  "word-spam": {
    author: "A moderator reads this comment before it appears.",
    desk: "Holds a word from the list for spam",
  },
  "word-held": {
    author: "It holds a word that moderators look at first.",
    desk: "Holds a word from the list",
  },
  "form-age": {
    author:
      "The form it came from was very old or not ours, so a moderator reads this comment before it appears.",
    desk: "Sent without a form from here",
  },
  burst: {
    author: "Many comments came from your network in a short time, so a moderator looks at this one first.",
    desk: "Many comments from one network",
  },
  "network-spam": {
    author: "A moderator reads this comment before it appears.",
    desk: "Spam came from this network lately",
  },
  "address-busy": {
    author: "A moderator reads this comment before it appears.",
    desk: "Many comments under this address in a short time",
  },
  "recent-rejections": {
    author: "A moderator reads this comment before it appears.",
    desk: "Comments by this person were refused lately",
  },
  long: {
    author: "It is very long, so a moderator reads it before it appears.",
    desk: "Very long",
  },
  filter: {
    author: "It resembles comments that were taken for spam here, so a moderator reads it first.",
    desk: "Resembles what was taken for spam",
  },
  "not-theirs": {
    // Whoever borrows an address learns nothing of its owner.
    author: "A moderator reads this comment before it appears.",
    desk: "The owner of the address says that this is not theirs",
  },
  reported: {
    author: "Readers have reported it, so it is hidden until a moderator has looked at it.",
    desk: "Hidden because readers reported it",
  },
  "check-failed": {
    author: "A moderator reads this comment before it appears.",
    desk: "A check could not be made",
  },
  abusive: {
    author: "A moderator found it insulting or abusive towards somebody.",
    desk: "Abusive or insulting",
  },
  "personal-details": {
    author: "It tells something private about somebody.",
    desk: "Private details of a person",
  },
  untrue: { author: "A moderator found that something in it is not true.", desk: "Not true" },
  "off-topic": { author: "It is not about the story.", desk: "Off topic" },
  spam: { author: "A moderator took it for spam.", desk: "Spam" },
  other: { author: "A moderator decided against it for another reason.", desk: "Another reason" },
  "words-private": { author: "They give away something private about somebody.", desk: "Private details" },
  "words-insult": { author: "They insult or threaten somebody.", desk: "Insult or threat" },
  "words-legal": { author: "Publishing them could be against the law.", desk: "Legal reasons" },
  "words-other": { author: "A moderator had another reason.", desk: "Another reason" },
  // Given until 2026-11, and kept for the rows that name them; reports still say "offensive".
  offensive: { author: "A moderator found it offensive.", desk: "Offensive" },
  advertising: { author: "It advertises something.", desk: "Advertising" },
  rules: {
    author: "A moderator found that it does not fit the story or the rules here.",
    desk: "Off topic or against the rules",
  },
} as const satisfies Record<string, { author: string; desk: string }>

export type ReasonKey = keyof typeof reasons

/** What a moderator can give as the reason of a rejection, in the order of the keys 1 to 5. */
export const rejectionReasons = [
  "off-topic",
  "abusive",
  "personal-details",
  "untrue",
  "other",
] as const satisfies readonly ReasonKey[]

export type RejectionReason = (typeof rejectionReasons)[number]

/** Why words of a comment can be blacked out. */
export const blackoutReasons = [
  "words-private",
  "words-insult",
  "words-legal",
  "words-other",
] as const satisfies readonly ReasonKey[]

/** How long a line to the author may be, in letters as people count them. */
export const longestLine = 300

/** The sentence for an author, or nothing for a key that is not known (any more). */
export function reasonForAuthor(key: string): string | null {
  return isReason(key) ? reasons[key].author : null
}

/** The words for the queue; an unknown key speaks for itself. */
export function reasonForDesk(key: string): string {
  return isReason(key) ? reasons[key].desk : key
}

function isReason(key: string): key is ReasonKey {
  return Object.hasOwn(reasons, key)
}
