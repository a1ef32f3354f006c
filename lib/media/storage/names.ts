import { randomInt } from "node:crypto"

const digits = "abcdefghijklmnopqrstuvwxyz234567"

/** A picture's part of its files' addresses: 26 digits of base32 (RFC 4648), 130 bits, which nobody guesses. */
export function makeKey(): string {
  return Array.from({ length: 26 }, () => digits[randomInt(digits.length)]).join("")
}

/** What was uploaded; it is never served. */
export const originalName = (key: string): string => `originals/${key}`

/** What readers are sent lies under this name. */
export const folderName = (key: string): string => `files/${key}`
