import "server-only"
import { z } from "zod"
import { passwordLength, weakness } from "@/lib/auth/password-rules"
import { emailAddress } from "@/lib/email-address"
import type { Parsed } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"

/** Addresses of staff are kept and compared in lower case. */
export const staffEmail = emailAddress.transform((email) => email.toLowerCase())

export const staffName = z
  .string()
  .trim()
  .min(1, "Write your name.")
  .max(200, "This name is too long; 200 characters at most.")

/** Nobody can have set a longer password, so a longer one is not even hashed. */
export const signInInput = z.object({
  email: staffEmail,
  password: z.string().min(1, "Write your password.").max(passwordLength.max, "This password is too long."),
})

/** A new password, typed twice. `about` is what it must not be made of. */
export async function parseNewPassword(form: FormData, about: string[]): Promise<Parsed<Chosen>> {
  return checked(parseForm(z.object(chosen), form), () => about)
}

/** What the first administrator says about themselves. */
export async function parseFirstAdmin(
  form: FormData,
): Promise<Parsed<Chosen & { name: string; email: string }>> {
  const parsed = parseForm(z.object({ name: staffName, email: staffEmail, ...chosen }), form)
  return checked(parsed, ({ name, email }) => [name, email])
}

type Chosen = { password: string; again: string }

const chosen = { password: z.string(), again: z.string() }

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
