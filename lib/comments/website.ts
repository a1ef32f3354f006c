import { z } from "zod"
import { cleanText } from "@/lib/text/typed-text"

const example = "Write a web address like https://example.org, or leave this empty."

export const websiteTooLong = "This address is too long; 200 characters at most."

/** A commenter's own site: empty, or an http or https address; the scheme is added when it is missing. */
export const website = z
  .string()
  .default("")
  .transform((typed) => withScheme(cleanText(typed).trim()))
  .pipe(
    z
      .string()
      .max(200, websiteTooLong)
      .refine((address) => address === "" || isPublicAddress(address), example),
  )

/** `example.org:8080` begins like a scheme but goes on like a port. */
function withScheme(typed: string): string {
  if (typed === "" || /^[a-z][a-z0-9+.-]*:(?!\d+(\/|$))/i.test(typed)) return typed
  return typed.startsWith("//") ? `https:${typed}` : `https://${typed}`
}

function isPublicAddress(address: string): boolean {
  // Browsers read through white space, backslashes and user names; people do not.
  if (!/^https?:\/\/[^/\s\\]+(\/|\?|#|$)/i.test(address) || /[\s\\]/.test(address)) return false
  if (!URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return username === "" && password === "" && /[^.]\.[^.]/.test(hostname)
}
