import type { CacheTag } from "@/db/cache-tags"
import type { SettingKey, Settings } from "@/lib/settings/shape"

/** How the staff sign in and work, and what is kept of stories: readers see nothing of it. */
export const settingsOfStaff = [
  "secondFactorFor",
  "versionsKept",
  "approvalByAnother",
  "standfirstRequired",
] as const satisfies readonly SettingKey[]
type SettingOfStaff = (typeof settingsOfStaff)[number]

/** Where readers see a setting. Feeds say the name, the tagline, the description and the language, too. */
const shownOn: Record<Exclude<SettingKey, SettingOfStaff>, CacheTag | CacheTag[]> = {
  publicationName: "everything",
  tagline: "everything",
  description: "everything",
  language: "everything",
  timeZone: "frame",
  accent: ["frame", "logo"],
  nameBesideLogo: "frame",
  contactEmail: "frame",
  imprint: "frame",
  newsletterHeading: "newsletter",
  newsletterPitch: "newsletter",
  commentMode: "rules",
  commentsCloseAfterDays: "report",
  commentLinksHeld: "report",
  commentWordsHeld: "report",
  commentWordsSpam: "report",
  commentsHideReported: "report",
  commentsReportsToHide: "report",
  commentFilterHolds: "report",
  // In the footer.
  moderationReport: "frame",
}

/**
 * The cache tags of what readers see differently after a change of settings.
 * @param stories the slugs of those that take comments now and did not before, or the other way round
 */
export function tagsOfSettings(before: Settings, after: Settings, stories: readonly string[]): CacheTag[] {
  const keys = Object.keys(shownOn) as (keyof typeof shownOn)[]
  return [
    ...keys.filter((key) => before[key] !== after[key]).flatMap((key) => shownOn[key]),
    ...stories.map((slug): CacheTag => `form:${slug}`),
  ]
}
