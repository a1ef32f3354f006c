import { z } from "zod"
import { emailAddress, emailTooLong } from "@/lib/email"
import { formSchema, parseForm } from "@/lib/parse-form"

const signUp = formSchema(
  z.object({
    email: z.string().default("").pipe(emailAddress),
    /** A field that people do not see; programs that fill in everything fill in this. */
    leftEmpty: z.string().default(""),
  }),
  { email: { bytes: 2000, tooLong: emailTooLong }, leftEmpty: 10_000 },
)

/** Reads the sign-up form. */
export function parseSignUp(form: unknown) {
  return parseForm(signUp, form)
}

/** What a mail program posts for the reader who pressed its button (RFC 8058). */
export const oneClickInput = formSchema(z.object({ "List-Unsubscribe": z.literal("One-Click") }), {
  "List-Unsubscribe": 100,
})

/** The buttons on the page of a subscription. */
export const preferencesInput = formSchema(z.object({ wish: z.enum(["erase", "return"]) }), { wish: 100 })
