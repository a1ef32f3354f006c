import { z } from "zod"
import { cleanLine, cleanText, showsNothing } from "@/lib/comments/writing/typed-text"
import { website } from "@/lib/comments/writing/website"
import { emailAddress } from "@/lib/email-address"
import type { Parsed } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/row-number"

/** What a text may measure; the form says so too. */
export const limits = { name: 245, email: 100, website: 200, bodyBytes: 65_525, note: 1000 } as const

const body = z
  .string()
  .default("")
  .transform(cleanText)
  .pipe(
    z
      .string()
      .refine((text) => !showsNothing(text), "Write your comment.")
      .refine(
        (text) => Buffer.byteLength(text) <= limits.bodyBytes,
        "This comment is too long; about 65,000 letters at most. Please shorten it.",
      ),
  )

const name = z
  .string()
  .default("")
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .refine((line) => !showsNothing(line), "Write your name.")
      // Letters as people count them, not UTF-16 units.
      .refine(
        (line) => [...line].length <= limits.name,
        `This name is too long; ${limits.name} characters at most.`,
      ),
  )

const email = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .pipe(z.string().max(limits.email, `This address is too long; ${limits.email} characters at most.`))
  .pipe(emailAddress)

const comment = z.object({
  comment: body,
  name,
  email,
  website,
  story: z.string().max(200).default(""),
  replyTo: rowNumberOrNull.default(null),
  /** The honeypot: people never see it. */
  nickname: z.string().max(1000).catch("too long").default(""),
  /** When the form was made, signed. */
  made: z.string().max(40).catch("").default(""),
})

export type CommentInput = z.output<typeof comment>

/** Reads the reply form. */
export function parseComment(form: FormData): Parsed<CommentInput> {
  return parseForm(comment, form)
}

/** Reads the edit form: only the words can be changed. */
export function parseEdit(form: FormData): Parsed<{ comment: string }> {
  return parseForm(z.object({ comment: body }), form)
}

const report = z.object({
  commentId: rowNumber,
  reason: z.enum(["offensive", "abusive", "spam", "other"], {
    error: "Choose what is wrong with this comment.",
  }),
  note: z
    .string()
    .default("")
    .transform(cleanText)
    .pipe(z.string().max(limits.note, `This note is too long; ${limits.note} characters at most.`)),
})

export type ReportInput = z.output<typeof report>

/** Reads the report form. */
export function parseReport(form: FormData): Parsed<ReportInput> {
  return parseForm(report, form)
}
