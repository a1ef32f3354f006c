import type { ReasonKey } from "@/lib/comments/reasons"
import type { AddressPast, NetworkPast } from "@/lib/comments/screening/past"
import type { WordList } from "@/lib/comments/screening/word-list"

/** What the checks look at: what was said, how it came, and what the site remembers. */
export type Submission = {
  name: string
  website: string
  body: string
  /** As typed. */
  email: string
  /** What was typed into the field that people cannot see. */
  honeypot: string
  /** Whether the form was fetched from here before it was sent. */
  ownForm: boolean
  /** A ban of the network, the name or the domain. */
  ban: Ban | null
  /** A ban of the address itself. */
  addressBan: Ban | null
  /** The byline, or the publication, whose name somebody took who has not proved their address. */
  takenName: string | null
  networkPast: NetworkPast
  addressPast: AddressPast
  /** Another comment by the same person with the same words, elsewhere on this site. */
  sameWordsElsewhere: number | null
  /** One under the same address, from another network: the same person's, or another's who typed it. */
  sameWordsByAddress: number | null
  /** Whether more has come under this address lately than one person says. */
  addressBusy: boolean
  /** What the filter thinks: log odds of spam, and from where on it is sure enough to hold. */
  filter: { score: number; holdsFrom: number }
  rules: Rules
}

/** A fact that is not at hand, as when a kept comment is judged again: its address is sealed. */
export const unknown: unique symbol = Symbol("not known")

type Unknown = typeof unknown

/** Facts as far as they are known. */
export type Facts = { [Name in keyof Submission]: Submission[Name] | Unknown }

type Ban = { id: number; kind: string }

/** What staff have set. */
export type Rules = {
  linksHeld: number
  wordsHeld: WordList
  wordsSpam: WordList
  filterHolds: boolean
}

export type Finding = { check: string; verdict: "hold" | "spam"; reason: ReasonKey; evidence: string }

/** A check looks at one thing: nothing found is a pass. It may ask the outside, so it may take time. */
export type Check<Fact extends keyof Submission = keyof Submission> = {
  name: string
  /**
   * `words`: what was said, judged anew after an edit. `arrival`: how the comment came, which no edit changes. `address`:
   * what is held against the address that was typed, which no edit changes either; see `firstVerdict`.
   */
  about: "words" | "arrival" | "address"
  /** The facts that it looks at. It is not asked while one of them is unknown. */
  looksAt: readonly Fact[]
  find(facts: Pick<Submission, Fact>): CheckResult | null | Promise<CheckResult | null>
}

export type CheckResult = Omit<Finding, "check">

/** Holds a check to the facts that it names. */
export function check<const Fact extends keyof Submission>(one: Check<Fact>): Check<Fact> {
  return one
}

export function hold(reason: ReasonKey, evidence: string): CheckResult {
  return { verdict: "hold", reason, evidence: evidence.slice(0, 100) }
}

export function spam(reason: ReasonKey, evidence: string): CheckResult {
  return { verdict: "spam", reason, evidence: evidence.slice(0, 100) }
}
