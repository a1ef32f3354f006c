import "server-only"
import { readDevice } from "@/lib/auth/device"
import { ofDevice, ofIpPrefix, ofMailbox, ofRow, type Subject } from "@/lib/visitors/limit-subject"
import { countAgainst, forgiveLimit, type Limit, type LimitAnswer } from "@/lib/visitors/rate-limit"

/** Fits an office behind one network address, and slows a list of many addresses. */
const perNetwork: Limit = { name: "sign-in-network", max: 25, seconds: 5 * 60 }

/** Five tries in a quarter of an hour, twenty in a day: the wait grows with the guessing. */
const perPerson: Limit[] = [
  { name: "sign-in-quarter", max: 5, seconds: 15 * 60 },
  { name: "sign-in-day", max: 20, seconds: 24 * 3600 },
]

/** The same of codes, which only somebody can guess at who knows the password or reads the mail. */
const perCodeOwner: Limit[] = [
  { name: "second-factor-quarter", max: 5, seconds: 15 * 60 },
  { name: "second-factor-day", max: 20, seconds: 24 * 3600 },
]

/** Recovery codes, of which each set costs ten hashes. */
const setsOfCodes: Limit = { name: "recovery-codes", max: 5, seconds: 15 * 60 }

/** Challenges for passkeys, which a page may ask for by itself. */
const challengesPerNetwork: Limit = { name: "passkey-challenges", max: 60, seconds: 5 * 60 }

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

/** Counts a try with a passkey, whose owner is not known yet. */
export function countPasskeyTry(network: string): Promise<LimitAnswer> {
  return countAgainst(perNetwork, ofIpPrefix(network))
}

export function countChallenge(network: string): Promise<LimitAnswer> {
  return countAgainst(challengesPerNetwork, ofIpPrefix(network))
}

/** Counts a guess at a code of the app or a recovery code: together, so that one kind is not tried beside the other. */
export async function countCodeGuess(staffId: number, network: string): Promise<LimitAnswer> {
  const fromNetwork = await countAgainst(perNetwork, ofIpPrefix(network))
  if (!fromNetwork.ok) return fromNetwork
  for (const limit of perCodeOwner) {
    const answer = await countAgainst(limit, ofRow(staffId))
    if (!answer.ok) return answer
  }
  return { ok: true }
}

export function countSetOfCodes(staffId: number): Promise<LimitAnswer> {
  return countAgainst(setsOfCodes, ofRow(staffId))
}

export async function forgiveCodeGuesses(staffId: number): Promise<void> {
  for (const limit of perCodeOwner) await forgiveLimit(limit, ofRow(staffId))
}

/** After the right password the tries of this person, on this browser or in general, are forgotten. */
export async function forgiveGuesses(guess: Pick<Guess, "email" | "device">): Promise<void> {
  for (const limit of perPerson) await forgiveLimit(limit, guesser(guess))
}

function guesser({ email, device }: Pick<Guess, "email" | "device">): Subject {
  const known = readDevice(device, email)
  return known ? ofDevice(known) : ofMailbox(email)
}
