import "server-only"
import { z } from "zod"
import { passwordLength, weakness } from "@/lib/auth/password-rules"
import { emailAddress, emailTooLong, plainAddress } from "@/lib/email"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { isLanguageChoice } from "@/lib/text/languages"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"
import { isTimeZone } from "@/lib/text/time-zone"

const tooLong = {
  name: "This name is too long; 200 characters at most.",
  password: "This password is too long.",
  newPassword: `Use ${passwordLength.max} characters at most.`,
}

/** Of each of its characters, as UTF-8. */
const passwordBytes = 3 * passwordLength.max

/** Addresses of staff are kept and compared in lower case. */
export const newStaffEmail = emailAddress.transform((email) => email.toLowerCase())

/** The address of somebody who may be on the staff already. */
export const staffEmail = plainAddress.transform((email) => email.toLowerCase())

export const staffName = z.string().trim().min(1, "Write a name.").max(200, tooLong.name)

export const nameBound = { bytes: 2000, tooLong: tooLong.name }

export const emailBound = { bytes: 2000, tooLong: emailTooLong }

/** Nobody can have set a longer password, so a longer one is not even hashed. */
export const signInInput = formSchema(
  z.object({
    email: staffEmail,
    password: z.string().min(1, "Write your password.").max(passwordLength.max, tooLong.password),
    /** Where to go then; whatever is no page of the desk counts as not asked. */
    next: z.string().default(""),
  }),
  { email: emailBound, password: { bytes: passwordBytes, tooLong: tooLong.password }, next: 2000 },
)

/** The one-time link that a form about a password was opened with. */
const linkInput = formSchema(z.object({ token: z.string() }), { token: 200 })

export function parseStaffToken(form: unknown): string {
  const parsed = parseForm(linkInput, form)
  return parsed.ok ? parsed.value.token : ""
}

/** Whether a form comes from a page that was rendered for this person. Each form of the desk says for whom, also without scripts. */
export function isRenderedFor(person: { id: number }, form: unknown): boolean {
  const parsed = parseForm(renderedFor, form)
  return parsed.ok && parsed.value.renderedFor === person.id
}

const renderedFor = formSchema(z.object({ renderedFor: rowNumber }), { renderedFor: 100 })

/** What somebody who was invited says: their name as they want it, and a password of their own. */
export async function parseAcceptance(
  form: unknown,
  email: string,
): Promise<Parsed<Chosen & { name: string }>> {
  return checked(parseForm(acceptance, form), ({ name }) => [name, email])
}

/** A new password, typed twice. `about` is what it must not be made of. */
export async function parseNewPassword(form: unknown, about: string[]): Promise<Parsed<Chosen>> {
  return checked(parseForm(newPassword, form), () => about)
}

/** What the first administrator says about themselves, and what the publication is called and where it is. */
export async function parseFirstAdmin(form: unknown): Promise<Parsed<z.output<typeof firstAdmin.schema>>> {
  return checked(parseForm(firstAdmin, form), ({ name, email }) => [name, email])
}

type Chosen = { password: string; again: string }

const chosen = { password: z.string(), again: z.string() }

const chosenBounds = {
  password: { bytes: passwordBytes, tooLong: tooLong.newPassword },
  again: { bytes: passwordBytes, tooLong: "Write the same password again." },
}

const newPassword = formSchema(z.object(chosen), chosenBounds)

const acceptance = formSchema(z.object({ name: staffName, ...chosen }), {
  name: nameBound,
  ...chosenBounds,
})

const timeZone = z
  .string()
  .max(64, "Choose one of these.")
  .refine(isTimeZone, "Choose one of these.")
  .default("UTC")

const language = z
  .string()
  .max(35, "Choose one of these.")
  .refine(isLanguageChoice, "Choose one of these.")
  .default("en")

/** Left out or empty, it is named later, in the settings. */
const publicationName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().max(100, "Make it shorter: 100 characters at most."))
  .default("")

const firstAdmin = formSchema(
  z.object({ name: staffName, email: newStaffEmail, publicationName, timeZone, language, ...chosen }),
  {
    name: nameBound,
    email: emailBound,
    publicationName: 2000,
    timeZone: 1000,
    language: 100,
    ...chosenBounds,
  },
)

async function checked<T extends Chosen>(
  parsed: Parsed<T>,
  about: (value: T) => string[],
): Promise<Parsed<T>> {
  if (!parsed.ok) return parsed
  const { password, again } = parsed.value
  const weak = await weakness(password, about(parsed.value))
  if (weak) return { ok: false, errors: { password: weak } }
  if (password !== again) return { ok: false, errors: { again: "Write the same password again." } }
  return parsed
}
