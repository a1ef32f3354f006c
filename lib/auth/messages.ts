import { waitingTime } from "@/lib/text/waiting-time"

export function tooManyTries(retryAfterSeconds: number): string {
  return `Too many tries. Try again ${waitingTime(retryAfterSeconds)}.`
}

/** Either of two people may read it, and somebody whose session has ended or lacks a second factor. */
export const anotherPerson =
  "Somebody else has signed in to this browser since this page was opened, or you have been signed out or have to give a second factor, so nothing was changed. Sign in as yourself again in another tab and repeat this, or reload the page to go on as the person who is signed in now."
