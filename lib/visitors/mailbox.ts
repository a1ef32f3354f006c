import { hashEmail } from "@/lib/email"
import { keyedHash } from "@/lib/secrets"

/**
 * The mailbox that an address reaches, for what bounds what is sent there: providers that let everybody write one
 * mailbox in many ways would else make many people of one. At every other domain two spellings may be two people, so
 * only letters' case is dropped there.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@")
  const local = email.slice(0, at).toLowerCase()
  const domain = email.slice(at + 1).toLowerCase()
  const provider = providers.get(domain)
  if (!provider) return `${local}@${domain}`
  const name = local.replace(/(?<=.)\+.*$/, "")
  return `${provider.dots ? name.replaceAll(".", "") : name}@${provider.is ?? domain}`
}

/** Names one mailbox in keys of messages without telling whose it is. */
export function mailboxKey(email: string): string {
  return keyedHash("address-lookup", `mailbox\n${mailboxOf(email)}`).toString("base64url")
}

/**
 * Keyed hash of the person behind an address, for what counts against them: the address's own where it has no tag. What
 * stands after a plus is a tag at nearly every provider, and whoever is banned knows one.
 */
export function hashMailbox(email: string): Buffer {
  return hashEmail(mailboxOf(email).replace(tag, "$1"))
}

const tag = /^(.[^+]*)\+.*(?=@)/

/** Providers that drop what stands after a plus; `dots`: dots as well; `is`: the other name of the same mailboxes. */
const providers = new Map<string, { dots?: true; is?: string }>([
  ["gmail.com", { dots: true }],
  ["googlemail.com", { dots: true, is: "gmail.com" }],
  // One name at two of Microsoft's domains is two people, at two of Apple's or Proton's one.
  ["outlook.com", {}],
  ["hotmail.com", {}],
  ["live.com", {}],
  ["fastmail.com", {}],
  ["fastmail.fm", {}],
  ["icloud.com", {}],
  ["me.com", { is: "icloud.com" }],
  ["mac.com", { is: "icloud.com" }],
  ["proton.me", {}],
  ["protonmail.com", { is: "proton.me" }],
  ["pm.me", { is: "proton.me" }],
])
