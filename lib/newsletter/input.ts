import { z } from "zod"
import { emailAddress } from "@/lib/email-address"
import { parseForm } from "@/lib/parse-form"

const signUp = z.object({
  email: z.string().default("").pipe(emailAddress),
  /** A field that people do not see; programs that fill in everything fill in this. */
  nickname: z.string().default(""),
})

/** Reads the sign-up form. */
export function parseSignUp(form: FormData) {
  return parseForm(signUp, form)
}
