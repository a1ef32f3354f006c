import { z } from "zod"
import { secondFactorRules } from "@/lib/auth/second-factor-rule"
import { emailAddress } from "@/lib/email"
import { formSchema } from "@/lib/parse-form"
import { commentModes } from "@/lib/settings/comment-modes"
import { keptVersionsRules } from "@/lib/settings/kept-versions"
import type { Settings } from "@/lib/settings/shape"
import { entryError, wordEntries, wordLimits } from "@/lib/settings/word-entries"
import { normalise } from "@/lib/text/normalise"
import { oneLine, storable } from "@/lib/text/storable"
import { isTimeZone } from "@/lib/text/time-zone"

const line = (most: number, missing?: string) => {
  const shape = z.string().max(most, `Make it shorter: ${most} characters at most.`)
  return z
    .string()
    .transform(oneLine)
    .pipe(missing ? shape.min(1, missing) : shape)
}

const whole = (least: number, most: number) => {
  const sentence = `Write a whole number from ${least} to ${most}.`
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .pipe(z.number().min(least, sentence).max(most, sentence))
}

/** A box that is not ticked is not sent at all. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on")

const words = z.string().transform((lines, context) => {
  const entries = wordEntries(storable(lines))
  const message = entryError(entries)
  if (message) context.addIssue({ code: "custom", message })
  return entries.join("\n")
})

/** Room for lines that are empty or said twice, which are not kept. */
const wordsBound = {
  bytes: 8 * wordLimits.letters,
  tooLong: `Make the list shorter: ${wordLimits.letters} characters at most.`,
}

/** The form of the publication's settings; every field has a sentence for what is wrong with it. */
const settings = z.object({
  publicationName: line(100, "Give the publication a name."),
  tagline: line(200),
  description: line(500),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Write a language's code, as en or pt-BR.")
    .max(35, "Write a language's code, as en or pt-BR."),
  timeZone: z.string().max(64, "Choose one of these.").refine(isTimeZone, "Choose one of these."),
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "Write a colour as #9b1c46."),
  nameBesideLogo: ticked,
  contactEmail: z.union([z.string().trim().length(0), emailAddress], {
    error: "Write an email address like name@example.org, or leave this empty.",
  }),
  imprint: z
    .string()
    .transform((text) => normalise(storable(text), "NFC").trim())
    .pipe(z.string().max(2000, "Make it shorter: 2,000 characters at most.")),
  newsletterHeading: line(120, "Give the newsletter's form a heading."),
  newsletterPitch: line(500),
  commentMode: z.enum(commentModes, { error: "Choose one of these." }),
  commentsCloseAfterDays: whole(0, 3650),
  commentLinksHeld: whole(0, 100),
  commentWordsHeld: words,
  commentWordsSpam: words,
  commentsHideReported: ticked,
  commentsReportsToHide: whole(2, 50),
  commentFilterHolds: ticked,
  moderationReport: ticked,
  secondFactorFor: z.enum(secondFactorRules, { error: "Choose one of these." }),
  approvalByAnother: ticked,
  standfirstRequired: ticked,
  versionsKept: z.enum(keptVersionsRules, { error: "Choose one of these." }),
}) satisfies z.ZodType<Settings>

export const settingsInput = formSchema(settings, {
  publicationName: 2000,
  tagline: 2000,
  description: 4000,
  language: 100,
  timeZone: 1000,
  accent: 100,
  nameBesideLogo: 100,
  contactEmail: 2000,
  imprint: { bytes: 16_000, tooLong: "Make it shorter: 2,000 characters at most." },
  newsletterHeading: 2000,
  newsletterPitch: 4000,
  commentMode: 100,
  commentsCloseAfterDays: 100,
  commentLinksHeld: 100,
  commentWordsHeld: wordsBound,
  commentWordsSpam: wordsBound,
  commentsHideReported: 100,
  commentsReportsToHide: 100,
  commentFilterHolds: 100,
  moderationReport: 100,
  secondFactorFor: 100,
  approvalByAnother: 100,
  standfirstRequired: 100,
  versionsKept: 100,
})

/**
 * Which version of the settings a form was filled over; absent from a page older than this, and from no version else. One
 * that is none of ours counts as the very first, which is not the present one once anybody has saved.
 */
export const settingsSeen = formSchema(
  z.object({
    version: z
      .string()
      .regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)?$/)
      .optional()
      .catch(""),
  }),
  { version: 100 },
)

/** The form about one's own mail. */
export const commentMailInput = formSchema(
  z.object({
    commentMail: z.enum(["off", "at_once", "hourly", "daily"], { error: "Choose one of these." }),
  }),
  { commentMail: 100 },
)
