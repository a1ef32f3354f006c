import { keyedHash, type Purpose, sameBytes } from "@/lib/secrets"

type TokenPurpose = Extract<Purpose, `${string}-token`>

/**
 * An address part that only this site can make: the row's id and 128 bits of HMAC over purpose and
 * id (ASVS 11.5.1). Nothing is stored, so a dump holds no working link, and the same row always
 * gets the same token.
 */
export function signToken(purpose: TokenPurpose, id: number): string {
  return `${id}-${keyedHash(purpose, String(id)).subarray(0, 16).toString("base64url")}`
}

/** The row's id, or `null` for a token that is not ours or was made for another purpose. */
export function readToken(purpose: TokenPurpose, token: string): number | null {
  const match = /^([1-9]\d{0,14})-([\w-]{22})$/.exec(token)
  if (!match?.[1] || !match[2]) return null
  // The texts are compared, not the bytes: base64 has several spellings of one value.
  const expected = signToken(purpose, Number(match[1]))
  return sameBytes(Buffer.from(expected), Buffer.from(token)) ? Number(match[1]) : null
}

/**
 * The same for several numbers, as a row's id with the second at which the link ends: all of them are signed, so none
 * can be changed. Whoever reads it decides what they mean.
 */
export function signNumbers(purpose: TokenPurpose, numbers: readonly number[]): string {
  const text = numbers.join("-")
  return `${text}-${keyedHash(purpose, text).subarray(0, 16).toString("base64url")}`
}

/** The numbers, or `null` for a token that is not ours, was made for another purpose or holds not so many. */
export function readNumbers(purpose: TokenPurpose, token: string, count: number): number[] | null {
  const match = /^((?:\d{1,15}-){1,8})[\w-]{22}$/.exec(token)
  const numbers = match?.[1]?.split("-").slice(0, -1).map(Number) ?? []
  if (numbers.length !== count) return null
  const expected = signNumbers(purpose, numbers)
  return sameBytes(Buffer.from(expected), Buffer.from(token)) ? numbers : null
}
