/** The ladder, from everybody to nobody. */
export const commentModes = ["open", "hold_first", "hold_unverified", "hold_all", "closed"] as const

export type CommentMode = (typeof commentModes)[number]

/** What the site knows of somebody who speaks. Only a proved address counts: typing another's earns nothing. */
export type Commenter =
  /** Typed an address and proved nothing. */
  | "stranger"
  /** Proved the address; nothing of theirs was approved yet. */
  | "proved"
  /** Proved the address, and a moderator has let something of theirs through before. */
  | "known"
  /** Signed in at the desk. */
  | "staff"

/**
 * The one table of who may speak without waiting. It knows nothing of what is said: whatever the checks find
 * (`screening.ts`) is decided apart, and the graver of the two holds.
 */
export const admission: Record<CommentMode, Record<Commenter, "appears" | "waits" | "refused">> = {
  open: { stranger: "appears", proved: "appears", known: "appears", staff: "appears" },
  hold_first: { stranger: "waits", proved: "waits", known: "appears", staff: "appears" },
  hold_unverified: { stranger: "waits", proved: "appears", known: "appears", staff: "appears" },
  hold_all: { stranger: "waits", proved: "waits", known: "waits", staff: "appears" },
  closed: { stranger: "refused", proved: "refused", known: "refused", staff: "refused" },
}

/** Whether a mode lets somebody do more than another one does. */
export function isMilder(mode: CommentMode, than: CommentMode): boolean {
  return commenterKinds.some((kind) => ease[admission[mode][kind]] > ease[admission[than][kind]])
}

const commenterKinds = Object.keys(admission.open) as Commenter[]
const ease = { refused: 0, waits: 1, appears: 2 }

/** How the desk names the modes. */
export const modeWords: Record<CommentMode, string> = {
  open: "Open: everything appears unless a check finds something",
  hold_first: "Hold the first comment of each person",
  hold_unverified: "Hold comments of people who have not proved their address",
  hold_all: "Hold every comment for a moderator",
  closed: "Closed",
}

type Story = { commentMode: CommentMode | null; publishedAt: Date | null }
export type SiteRules = { commentMode: CommentMode; commentsCloseAfterDays: number }

/** The mode that holds for a story now: its own or the publication's, and closed once it is too old. */
export function modeOf(story: Story, site: SiteRules, now: Date = new Date()): CommentMode {
  const closing = closesAt(story, site)
  if (closing && closing <= now) return "closed"
  return story.commentMode ?? site.commentMode
}

/** When a story stops taking comments by its age, or null when it never does. */
export function closesAt(story: Story, { commentsCloseAfterDays: days }: SiteRules): Date | null {
  if (days === 0 || !story.publishedAt) return null
  return new Date(story.publishedAt.getTime() + days * 86_400_000)
}
