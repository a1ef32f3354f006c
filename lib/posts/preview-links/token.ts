import { createHash, randomBytes } from "node:crypto"

/** 128 random bits, as a part of an address. */
export function makePreviewToken(): string {
  return randomBytes(16).toString("base64url")
}

/** What is kept of it; null of a text that no such link has. */
export function hashPreviewToken(token: string): Buffer | null {
  return /^[\w-]{22}$/.test(token) ? createHash("sha256").update(token).digest() : null
}
