import { type SecondFactorRule, secondFactorRuleWords } from "@/lib/auth/second-factor-rule"
import { modeWords } from "@/lib/settings/comment-modes"
import { type KeptVersionsRule, keptVersionsWords } from "@/lib/settings/kept-versions"
import { type SettingKey, type Settings, settingShapes } from "@/lib/settings/shape"
import { wordEntries } from "@/lib/settings/word-entries"

export type SettingChange = { label: string; was: string; is: string }

/** How each setting is called where a change of it is told, outside of its form. */
const settingWords: Record<SettingKey, string> = {
  publicationName: "Name",
  tagline: "Tagline",
  description: "Description",
  language: "Language",
  timeZone: "Time zone",
  accent: "Accent colour",
  nameBesideLogo: "Name beside the logo",
  contactEmail: "Contact address",
  imprint: "Imprint",
  newsletterHeading: "Heading of the newsletter’s form",
  newsletterPitch: "What the newsletter brings",
  commentMode: "Comments",
  commentsCloseAfterDays: "Close after days",
  commentLinksHeld: "Links",
  commentWordsHeld: "Words that make a comment wait",
  commentWordsSpam: "Words that make a comment spam",
  commentsHideReported: "Hide reported comments",
  commentsReportsToHide: "Reports that hide a comment",
  commentFilterHolds: "The filter may make comments wait",
  moderationReport: "Show readers how comments are decided",
  secondFactorFor: "Require a second factor for",
  approvalByAnother: "Require a second person to approve each story",
  standfirstRequired: "Ask for a standfirst before publishing",
  versionsKept: "Keep earlier versions for",
}

const keys = Object.keys(settingShapes) as SettingKey[]

/** What is changed beside the settings' own form and logged like them, by its key in the log. */
const besideWords: Record<string, string> = {
  menu: "Menu",
  footer: "Footer",
  "front page": "Front page",
}

/**
 * What differs between two states of the settings, as it is kept in the log: `KEY was` and `KEY is` for each. Of a list
 * of words it is the entries that went and those that came, and of a long text what is around the first difference.
 */
export function changesBetween(before: Settings, after: Settings): Record<string, string> {
  return Object.fromEntries(
    keys
      .filter((key) => before[key] !== after[key])
      .flatMap((key) => {
        const [was, is] = sides(key, before, after)
        const from = firstDifference([...was], [...is])
        return [
          [`${key} was`, short(was, from)],
          [`${key} is`, short(is, from)],
        ]
      }),
  )
}

/** A change as the log keeps it, in words; empty for any other event. */
export function changesIn(detail: Record<string, unknown>): SettingChange[] {
  return Object.entries({ ...settingWords, ...besideWords }).flatMap(([key, label]) => {
    const [was, is] = [detail[`${key} was`], detail[`${key} is`]]
    return typeof was === "string" && typeof is === "string" ? [{ label, was, is }] : []
  })
}

function sides(key: SettingKey, before: Settings, after: Settings): [string, string] {
  if (key === "commentWordsHeld" || key === "commentWordsSpam") {
    const [old, now] = [wordEntries(before[key]), wordEntries(after[key])]
    const [gone, come] = [without(old, now), without(now, old)]
    if (gone.length + come.length === 0) return ["another order", "this order"]
    return [gone.join(", "), come.join(", ")]
  }
  return [inWords(key, before[key]), inWords(key, after[key])]
}

function without(entries: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return entries.filter((entry) => !known.has(entry))
}

function inWords(key: SettingKey, value: Settings[SettingKey]): string {
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (key === "commentMode") return modeWords[value as Settings["commentMode"]]
  if (key === "secondFactorFor") return secondFactorRuleWords[value as SecondFactorRule]
  if (key === "versionsKept") return keptVersionsWords[value as KeptVersionsRule]
  return String(value)
}

/** So many letters of each side are kept: a log is read, and its rows stay for good. */
const longest = 200

/** Cuts a text to what is kept of it, beginning a little before where it differs when that is far in. */
function short(text: string, from: number): string {
  const letters = [...text]
  const begin = from < longest - before ? 0 : from - before
  const cut = letters.slice(begin, begin + longest)
  return `${begin > 0 ? "…" : ""}${cut.join("")}${begin + longest < letters.length ? "…" : ""}`
}

/** So many letters before a difference say where it is. */
const before = 40

function firstDifference(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((letter, index) => letter !== other[index])
  return at === -1 ? one.length : at
}
