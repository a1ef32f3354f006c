import { addDays, dayIn, startOfDay } from "@/lib/text/time-zone"

/** What happened to comments in some whole days; every number counts what fell into them. */
export type ModerationCounts = {
  days: number
  /** Comments of readers, and what became of them at once. */
  arrived: number
  shownAtOnce: number
  held: number
  caughtAsSpam: number
  /** Held ones that appeared when their author proved the address. */
  shownByProof: number
  /** Decisions of moderators. */
  approved: number
  rejected: number
  /** By keys of `lib/comments/reasons.ts`, the most frequent first. */
  rejectedFor: { reason: string; count: number }[]
  markedSpam: number
  undone: number
  /** Comments of which words were blacked out, as far as that stands. */
  blackedOut: number
  deletedByAuthor: number
  /** Hidden by readers' reports until somebody looked. */
  hidden: number
  reports: number
  /** Those of the reports on which a moderator has decided since. */
  reportsAnswered: number
  appeals: number
  appealsGranted: number
  appealsDenied: number
  /** Held comments whose first decision fell into these days, and how long the middle one waited, in seconds. */
  waited: number
  medianWait: number | null
}

/** Whole days in the publication's zone, from `since` up to `till`, which is not part of them. */
export type ModerationReport = { till: Date; since: Date; short: ModerationCounts; long: ModerationCounts }

/** The two stretches of time that are told about. */
export const reportDays = { short: 7, long: 90 } as const

/** A day counts once it has been over for this long: what was still being written at midnight is in it then. */
const settling = 5 * 60_000

/** Where the days that are told about end: a midnight in the zone. */
export function reportEnd(now: Date, timeZone: string): Date {
  return startOfDay(dayIn(new Date(now.getTime() - settling), timeZone), timeZone)
}

/** Where a stretch of so many days of the zone begins that ends at `till`. */
export function daysBefore(till: Date, days: number, timeZone: string): Date {
  return startOfDay(addDays(dayIn(till, timeZone), -days), timeZone)
}
