import { emailAddress } from "@/lib/email"

export type Sender = { name: string; address: string }

/**
 * Reads `MAIL_FROM`: an address, or a name with one in angle brackets.
 * @throws with a sentence that says what to write.
 */
export function parseSender(from: string): Sender {
  const match = /^ *(?:"?([^"<>\p{Cc}]*?)"? *<([^<>\s]+)>|([^<>\s]+)) *$/u.exec(from)
  const address = emailAddress.safeParse(match?.[2] ?? match?.[3])
  if (!address.success) throw new Error("MAIL_FROM must be an address, as in Masthead <news@example.org>.")
  return { name: match?.[1]?.trim() ?? "", address: address.data }
}
