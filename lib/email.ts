import { z } from "zod"
import { decrypt, encrypt, keyedHash } from "@/lib/secrets"

export const emailTooLong = "This address is too long; 254 characters at most."

const example = "Write an email address like name@example.org."

/** Such a host is a number for an IPv4 address (WHATWG URL): `a@0` and `a@0x7f.1` would be mailed to this machine. */
const endsInNumber = /[@.](\d+|0x[\da-f]*)$/i

/** A dot stands between two signs of the local part, never at its end or beside another (RFC 5321, dot-string). */
const strayDot = /^\.|\.\.|\.@/

/**
 * One address: no list, no display name, no control character, 254 bytes at most (RFC 5321; past holes: `a@x,b@y`
 * mailed both).
 */
export const plainAddress = z
  .string()
  .trim()
  .min(1, "Write your email address.")
  .max(254, emailTooLong)
  .pipe(
    z
      .email({ pattern: z.regexes.html5Email, error: example, abort: true })
      .refine((typed) => !endsInNumber.test(typed) && !strayDot.test(typed), { error: example, abort: true }),
  )

/** An address that somebody types for the first time. A host without a dot is a mistake, as in WordPress and Ghost. */
export const emailAddress = plainAddress.refine((typed) => /@[^@]+\.[^@]+$/.test(typed), example)

/** What is kept of an address: encrypted for sending, hashed for finding. Never the address itself. */
export function protectEmail(email: string): { emailSealed: Buffer; emailHash: Buffer } {
  return { emailSealed: encrypt("address", email), emailHash: hashEmail(email) }
}

/** Decrypts an address; only mail needs this. */
export function decryptEmail(sealed: Buffer): string {
  return decrypt("address", sealed)
}

/** Keyed hash of an address in lower case, 32 bytes. */
export function hashEmail(email: string): Buffer {
  return keyedHash("address-lookup", email.toLowerCase())
}
