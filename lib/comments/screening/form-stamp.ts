import { keyedHash, sameBytes } from "@/lib/secrets"

const day = 86_400_000

/** A form lives as long in documents that others keep, and in tabs that nobody closes. */
const keptDays = 60

/**
 * The day on which a reply form was made, signed. To the day only: a page that is rendered again stays the same to the
 * byte, and a form in a stored document cannot know when it was opened, so it proves no more than that it was fetched.
 */
export function formStamp(now: Date = new Date()): string {
  const today = Math.floor(now.getTime() / day)
  return `${today}-${signature(today)}`
}

/** Whether a form was made here, and not too long ago. */
export function isStampOfOurs(stamp: string, now: Date = new Date()): boolean {
  const [, made, signed] = /^(\d{1,6})-([\w-]{16})$/.exec(stamp) ?? []
  if (!made || !signed) return false
  const age = Math.floor(now.getTime() / day) - Number(made)
  // A clock on another instance may be a little ahead.
  return sameBytes(Buffer.from(signed), Buffer.from(signature(Number(made)))) && age >= -1 && age <= keptDays
}

function signature(madeOn: number): string {
  return keyedHash("form-age", String(madeOn)).subarray(0, 12).toString("base64url")
}
