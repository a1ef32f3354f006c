import "server-only"
import { readDevice } from "@/lib/auth/device"
import { ofDevice, ofIpPrefix, ofMailbox, type Subject } from "@/lib/visitors/limit-subject"
import { countAgainst, forgiveLimit, type Limit, type LimitAnswer } from "@/lib/visitors/rate-limit"

/** Fits an office behind one network address, and slows a list of many addresses. */
const perNetwork: Limit = { name: "sign-in-network", max: 25, seconds: 5 * 60 }

/** Five tries in a quarter of an hour, twenty in a day: the wait grows with the guessing. */
const perPerson: Limit[] = [
  { name: "sign-in-quarter", max: 5, seconds: 15 * 60 },
  { name: "sign-in-day", max: 20, seconds: 24 * 3600 },
]

export type Guess = { email: string; network: string; device: string | undefined }

/**
 * Counts a guess before anything is hashed, so that many at once get no further than few. A browser that this
 * person has signed in from counts for itself: a stranger who uses up the address's tries locks neither that
 * browser nor any open session, and the owner on a new browser is let in by `npm run staff -- reset`.
 */
export async function countGuess(guess: Guess): Promise<LimitAnswer> {
  const network = await countAgainst(perNetwork, ofIpPrefix(guess.network))
  if (!network.ok) return network
  for (const limit of perPerson) {
    const answer = await countAgainst(limit, guesser(guess))
    if (!answer.ok) return answer
  }
  return { ok: true }
}

/** After the right password the tries of this person, on this browser or in general, are forgotten. */
export async function forgiveGuesses(guess: Pick<Guess, "email" | "device">): Promise<void> {
  for (const limit of perPerson) await forgiveLimit(limit, guesser(guess))
}

function guesser({ email, device }: Pick<Guess, "email" | "device">): Subject {
  const known = readDevice(device, email)
  return known ? ofDevice(known) : ofMailbox(email)
}
