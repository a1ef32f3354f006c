import { z } from "zod"
import { website, websiteTooLong } from "@/lib/comments/website"
import { emailAddress } from "@/lib/email"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { showsNothing } from "@/lib/text/storable"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

/** What a text may measure; the form says so too. */
export const limits = { name: 245, email: 100, website: 200, bodyBytes: 65_525, note: 1000 } as const

const tooLong = {
  comment: "This comment is too long; about 65,000 letters at most. Please shorten it.",
  name: `This name is too long; ${limits.name} characters at most.`,
  email: `This address is too long; ${limits.email} characters at most.`,
  note: `This note is too long; ${limits.note} characters at most.`,
}

/** What is sent may be longer than what is kept: line ends, letters in pieces, signs that are taken out. */
const bounds = {
  comment: { bytes: 2 * limits.bodyBytes, tooLong: tooLong.comment },
  name: { bytes: 8 * limits.name, tooLong: tooLong.name },
  email: { bytes: 8 * limits.email, tooLong: tooLong.email },
  website: { bytes: 8 * limits.website, tooLong: websiteTooLong },
  note: { bytes: 8 * limits.note, tooLong: tooLong.note },
}

const body = z
  .string()
  .default("")
  .transform(cleanText)
  .pipe(
    z
      .string()
      .refine((text) => !showsNothing(text), "Write your comment.")
      .refine((text) => Buffer.byteLength(text) <= limits.bodyBytes, tooLong.comment),
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
      .refine((line) => [...line].length <= limits.name, tooLong.name),
  )

const email = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .pipe(z.string().max(limits.email, tooLong.email))
  .pipe(emailAddress)

const comment = formSchema(
  z.object({
    comment: body,
    name,
    email,
    website,
    story: z.string().max(200).default(""),
    replyTo: rowNumberOrNull.default(null),
    /** The honeypot: people never see it. */
    leftEmpty: z.string().max(1000).catch("too long").default(""),
    /** When the form was made, signed. */
    made: z.string().max(40).catch("").default(""),
    /** The name that its sender was told about, to keep it. */
    keptName: z
      .string()
      .transform((typed) => cleanLine(typed))
      .optional(),
    /** Whether to mail the link to the comment's own page. */
    mailLink: z.string().optional(),
  }),
  {
    comment: bounds.comment,
    name: bounds.name,
    email: bounds.email,
    website: bounds.website,
    story: 1000,
    replyTo: 100,
    leftEmpty: 10_000,
    made: 1000,
    keptName: bounds.name,
    mailLink: 100,
  },
)

export type CommentInput = z.output<typeof comment.schema>

/** Reads the reply form. */
export function parseComment(form: unknown): Parsed<CommentInput> {
  return parseForm(comment, form)
}

const edit = formSchema(z.object({ comment: body }), { comment: bounds.comment })

/** Reads the edit form: only the words can be changed. */
export function parseEdit(form: unknown): Parsed<{ comment: string }> {
  return parseForm(edit, form)
}

const report = formSchema(
  z.object({
    commentId: rowNumber,
    reason: z.enum(["offensive", "abusive", "personal-details", "untrue", "spam", "other"], {
      error: "Choose what is wrong with this comment.",
    }),
    note: z.string().default("").transform(cleanText).pipe(z.string().max(limits.note, tooLong.note)),
    /** Whether its sender wants to hear by mail what becomes of it. */
    mailOutcome: z
      .string()
      .default("")
      .transform((value) => value === "on"),
  }),
  { commentId: 100, reason: 100, note: bounds.note, mailOutcome: 100 },
)

export type ReportInput = z.output<typeof report.schema>

/** Reads the report form. */
export function parseReport(form: unknown): Parsed<ReportInput> {
  return parseForm(report, form)
}
