import { waitingTime } from "@/lib/text/waiting-time"

export function tooManyTries(retryAfterSeconds: number): string {
  return `Too many tries. Try again ${waitingTime(retryAfterSeconds)}.`
}

/** Either of two people may read it, and somebody whose session has ended or lacks a second factor. */
export const anotherPerson =
  "Nothing was changed: you are no longer signed in here as the person who opened this page, or signing in asks for one more step now. Sign in again in another tab, then repeat this."
