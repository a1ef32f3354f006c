import { z } from "zod"
import { secondFactorRules } from "@/lib/auth/second-factor-rule"
import { defaultAccent } from "@/lib/settings/accent"
import { commentModes } from "@/lib/settings/comment-modes"
import { keptVersionsRules } from "@/lib/settings/kept-versions"
import { isTimeZone } from "@/lib/text/time-zone"

/** Every setting with its shape and default. One more also wants its words in `changes.ts`, `input.ts` and the form. */
export const settingShapes = {
  publicationName: z.string().trim().min(1).max(100).default("Masthead"),
  tagline: z.string().trim().max(200).default(""),
  description: z.string().trim().max(500).default(""),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default("en"),
  /** An IANA name: dates are written in it, and the archive's months and the days of /moderation are its own. */
  timeZone: z.string().max(64).refine(isTimeZone).default("UTC"),
  /** As `#rrggbb`. Pages use shades of it that can be read (`accentShades`). */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default(defaultAccent),
  /** Whether the name stands beside the logo, where there is one. */
  nameBesideLogo: z.boolean().default(true),
  /** Where readers write to; empty where the publication gives no address. */
  contactEmail: z.string().max(254).default(""),
  /** Who answers for the publication, as the law of its country wants it said. */
  imprint: z.string().max(2000).default(""),
  newsletterHeading: z.string().trim().min(1).max(120).default("Get our newsletter"),
  newsletterPitch: z
    .string()
    .trim()
    .max(500)
    .default("New stories by mail, now and then. Leave whenever you like."),
  /** Who may speak without waiting, where a story does not say otherwise. */
  commentMode: z.enum(commentModes).default("hold_all"),
  /** 0: stories never stop taking comments by their age. */
  commentsCloseAfterDays: z.int().min(0).max(3650).default(0),
  /** From so many links on a comment waits; 0: links hold nobody up. */
  commentLinksHeld: z.int().min(0).max(100).default(2),
  /** One word or phrase a line, `*` for any letters: comments with one of them wait, or are spam. */
  commentWordsHeld: z.string().max(20_000).default(""),
  commentWordsSpam: z.string().max(20_000).default(""),
  /** Whether a reported comment is hidden until a moderator has looked, and from how many people's reports on. */
  commentsHideReported: z.boolean().default(false),
  commentsReportsToHide: z.int().min(2).max(50).default(3),
  /** Whether the filter that learns from decisions may hold comments; it always tells what it thinks. */
  commentFilterHolds: z.boolean().default(true),
  /** Whether readers can see how comments are decided about: counts, no names. */
  moderationReport: z.boolean().default(true),
  /** Of whom a second factor is asked to sign in. `lib/auth/second-factors.ts` reads it, too. */
  secondFactorFor: z.enum(secondFactorRules).default("nobody"),
  /** Whether what somebody has written is published only after a colleague has approved it. */
  approvalByAnother: z.boolean().default(false),
  /** Whether the checklist asks for a standfirst. Off by default: scripts that publish send no `anyway`. */
  standfirstRequired: z.boolean().default(false),
  versionsKept: z.enum(keptVersionsRules).default("for-ever"),
} as const

export type SettingKey = keyof typeof settingShapes
export type Settings = { [K in SettingKey]: z.output<(typeof settingShapes)[K]> }

/** Reads stored rows; a row that no longer has the right shape counts as unset. */
export function readSettings(rows: { key: string; value: unknown }[]): Settings {
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const entries = Object.entries(settingShapes).map(([key, shape]) => {
    const parsed = shape.safeParse(stored.get(key))
    return [key, parsed.success ? parsed.data : shape.parse(undefined)]
  })
  return Object.fromEntries(entries) as Settings
}
