import { domainToASCII } from "node:url"
import { foldName } from "@/lib/text/fold-name"
import { fits, readGlob } from "@/lib/text/glob"

/** The domain of an address, ready for `covers`; empty when there is none. */
export function domainOfAddress(email: string): string {
  return plainDomain(email.slice(email.lastIndexOf("@") + 1))
}

/** A domain in lower case, in ASCII (RFC 5891) and without a dot at its end; empty when it is none. */
export function plainDomain(typed: string): string {
  // An address of the web has a domain in it, and the parser would be content with that.
  if (/[/\\@:?#]/.test(typed)) return ""
  return domainToASCII(typed.trim().replace(/\.$/, "")).toLowerCase()
}

/**
 * A domain and all that it is part of, itself first: `a.example.com` gives itself, `example.com` and `com`. A ban is
 * compared with each of these as a whole, never with the end of a text: `attacker-example.com` is not `example.com`
 * (CVE-2026-33393).
 */
export function domainAndParents(domain: string): string[] {
  const labels = plainDomain(domain).split(".")
  return labels.map((_, index) => labels.slice(index).join(".")).filter(Boolean)
}

/** How many characters of a pattern stand for themselves. */
export function ownCharacters(pattern: string): number {
  return [...foldName(pattern).replace(/[*\s]/g, "")].length
}

/** Whether a whole name fits a pattern in which `*` stands for anything. */
export function nameFits(name: string, pattern: string): boolean {
  return fits(foldName(name), readGlob(foldName(pattern)))
}
