import { z } from "zod"
import { ownCharacters, plainDomain } from "@/lib/bans/match"
import { emailTooLong, plainAddress } from "@/lib/email"
import { formSchema } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

/** Who is meant: by the comment that is the occasion, or by what was typed. */
const banTargets = ["author", "network", "name", "domain", "address"] as const

export type BanTarget = (typeof banTargets)[number]

/** For how many days; null for one without an end. */
export const banLengths = { day: 1, week: 7, month: 30, year: 365, never: null } as const

export type BanLength = keyof typeof banLengths

const tooLong = {
  reason: "This is too long; 500 characters at most.",
  name: "This is too long; 245 characters at most.",
  domain: "This is no domain; write one like example.com.",
}

const shared = {
  /** The comment that is the occasion. */
  comment: rowNumberOrNull.default(null),
  lasts: z.enum(Object.keys(banLengths) as BanLength[], "Choose how long the ban lasts."),
  reason: z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, "Write why, for the other moderators.").max(500, tooLong.reason)),
  /** Whether their waiting comments are marked as spam with it. */
  spam: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
}

const occasion = z.object({ ...shared, comment: rowNumber })

const fewestOwn = 3

const domain = z
  .string()
  .max(254, tooLong.domain)
  .transform(plainDomain)
  .refine((name) => domainForm.test(name), "Write a domain like example.com, without https:// and without @.")

/** A name with at least one dot, so that nobody bans a whole ending such as com (RFC 1035, section 2.3.1). */
const domainForm = /^(?=.{1,245}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

const name = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().max(245, tooLong.name))
  .refine(
    (pattern) => ownCharacters(pattern) >= fewestOwn,
    `Write at least ${fewestOwn} letters beside the stars, or the ban would meet too many people.`,
  )

/** The form that bans somebody. */
export const banInput = formSchema(
  z.discriminatedUnion(
    "target",
    [
      occasion.extend({ target: z.literal("author") }),
      occasion.extend({ target: z.literal("network") }),
      z.object({ ...shared, target: z.literal("name"), name }),
      z.object({ ...shared, target: z.literal("domain"), domain }),
      z.object({ ...shared, target: z.literal("address"), email: plainAddress }),
    ],
    "Choose whom to ban.",
  ),
  {
    target: 100,
    comment: 100,
    lasts: 100,
    spam: 100,
    reason: { bytes: 4000, tooLong: tooLong.reason },
    name: { bytes: 2000, tooLong: tooLong.name },
    domain: { bytes: 2000, tooLong: tooLong.domain },
    email: { bytes: 2000, tooLong: emailTooLong },
  },
)

export type BanInput = z.output<typeof banInput.schema>

/** What the list's buttons send. */
export const banListInput = formSchema(
  z.object({ intent: z.enum(["lift", "undo-lift", "undo"]), ban: rowNumber }),
  { intent: 100, ban: 100 },
)

/** What the form's address may ask for; anything else counts as not asked. */
export const banAddress = z.object({ comment: rowNumber.nullable().catch(null) })
