import { mac } from "@/lib/secrets"

/**
 * The mailbox an address most likely reaches, for counting only: case, dots and "+anything" in the local
 * part make no difference at the large providers, so they would let one person be mailed a thousand times.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@")
  const local = email.slice(0, at).toLowerCase().replace(/\+.*$/, "").replaceAll(".", "")
  const domain = email.slice(at + 1).toLowerCase()
  return `${local}@${sameHouse[domain] ?? domain}`
}

/** Names one mailbox in counters and keys without telling whose it is. */
export function mailboxKey(email: string): string {
  return mac("address-lookup", `mailbox\n${mailboxOf(email)}`).toString("base64url")
}

const sameHouse: Record<string, string> = { "googlemail.com": "gmail.com" }
