import { createHash, randomBytes } from "node:crypto"

/** 192 random bits, as a part of an address, and long enough that the log blanks it. */
export function makePreviewToken(): string {
  return randomBytes(24).toString("base64url")
}

/** What is kept of it; null of a text that no such link has. */
export function hashPreviewToken(token: string): Buffer | null {
  return /^[\w-]{32}$/.test(token) ? createHash("sha256").update(token).digest() : null
}
