import { z } from "zod"

/** Every setting with its shape and default. Adding one here is all that it takes to have it. */
export const settingShapes = {
  publicationName: z.string().trim().min(1).max(100).default("Masthead"),
  tagline: z.string().trim().max(200).default(""),
  description: z.string().trim().max(500).default(""),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default("en"),
  newsletterHeading: z.string().trim().min(1).max(120).default("Get our newsletter"),
  newsletterPitch: z
    .string()
    .trim()
    .max(500)
    .default("New stories by mail, now and then. Leave whenever you like."),
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
