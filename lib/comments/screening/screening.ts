import type { ReasonKey } from "@/lib/comments/reasons"
import type { AddressPast, NetworkPast } from "@/lib/comments/screening/past"
import type { WordList } from "@/lib/comments/screening/word-list"
import { countLinks } from "@/lib/text/links"

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
  find(facts: Pick<Submission, Fact>): Found | null | Promise<Found | null>
}

type Found = Omit<Finding, "check">

/** Holds a check to the facts that it names. */
function check<const Fact extends keyof Submission>(one: Check<Fact>): Check<Fact> {
  return one
}

/**
 * The publication's policy, read from top to bottom: the first finding of the gravest kind is the reason given. What
 * cannot be taken at all (closed, said before, too fast, too long) is refused earlier, with a sentence and the text
 * kept: `../policy.ts`, `../input.ts`, and `repeated.ts` and `limits.ts` of `../writing`. Who may comment unreviewed is
 * `lib/settings/comment-modes.ts`; these checks only ever make a comment wait, and some of them put it among the spam.
 */
export const checks: readonly Check[] = [
  check({
    name: "honeypot",
    about: "arrival",
    looksAt: ["honeypot"],
    // Browsers fill in addresses and names by themselves: only the kind of what was typed is kept.
    find: ({ honeypot }) =>
      honeypot === "" ? null : spam("honeypot", `${kindOfText(honeypot)}, ${honeypot.length} characters`),
  }),
  check({
    name: "ban",
    about: "arrival",
    looksAt: ["ban"],
    find: ({ ban }) => (ban ? spam("banned", `ban ${ban.id}, by ${ban.kind}`) : null),
  }),
  check({
    name: "ban of the address",
    about: "address",
    looksAt: ["addressBan"],
    find: ({ addressBan: ban }) => (ban ? spam("banned", `ban ${ban.id}, by ${ban.kind}`) : null),
  }),
  check({
    name: "words taken for spam",
    about: "words",
    looksAt: ["name", "website", "body", "rules"],
    find: ({ name, website, body, rules }) => listed("word-spam", rules.wordsSpam, [name, website, body]),
  }),
  check({
    name: "address taken for spam",
    about: "arrival",
    looksAt: ["email", "rules"],
    find: ({ email, rules }) => listed("word-spam", rules.wordsSpam, [email]),
  }),
  check({
    name: "form age",
    about: "arrival",
    looksAt: ["ownForm"],
    find: ({ ownForm }) => (ownForm ? null : hold("form-age", "the form was not fetched from here lately")),
  }),
  check({
    name: "burst from one network",
    about: "arrival",
    looksAt: ["networkPast"],
    find: ({ networkPast }) =>
      networkPast.burst < burst ? null : hold("burst", `${networkPast.burst} in ten minutes`),
  }),
  check({
    name: "spam from this network",
    about: "arrival",
    looksAt: ["networkPast"],
    find: ({ networkPast }) =>
      networkPast.spam < 2 ? null : hold("network-spam", `${networkPast.spam} taken for spam lately`),
  }),
  check({
    name: "recent rejections",
    about: "address",
    looksAt: ["addressPast"],
    find: ({ addressPast: { refused, approved } }) =>
      refused < 2 || refused / (refused + approved) < refusedShare
        ? null
        : hold("recent-rejections", `${refused} of ${refused + approved} refused in seven days`),
  }),
  check({
    name: "same words elsewhere",
    about: "arrival",
    looksAt: ["sameWordsElsewhere"],
    find: ({ sameWordsElsewhere: id }) => (id === null ? null : hold("repeated", `comment ${id}`)),
  }),
  check({
    name: "same words under this address",
    about: "address",
    looksAt: ["sameWordsByAddress"],
    find: ({ sameWordsByAddress: id }) => (id === null ? null : hold("repeated", `comment ${id}`)),
  }),
  check({
    name: "many under this address",
    about: "address",
    looksAt: ["addressBusy"],
    find: ({ addressBusy }) =>
      addressBusy ? hold("address-busy", "several in seconds, or many in an hour") : null,
  }),
  check({
    name: "links",
    about: "words",
    looksAt: ["body", "rules"],
    find: ({ body, rules: { linksHeld } }) => {
      const count = countLinks(body)
      return linksHeld === 0 || count < linksHeld ? null : hold("links", `${count} links`)
    },
  }),
  check({
    name: "words held",
    about: "words",
    looksAt: ["name", "website", "body", "rules"],
    find: ({ name, website, body, rules }) => listed("word-held", rules.wordsHeld, [name, website, body]),
  }),
  check({
    name: "address held",
    about: "arrival",
    looksAt: ["email", "rules"],
    find: ({ email, rules }) => listed("word-held", rules.wordsHeld, [email]),
  }),
  check({
    name: "length",
    about: "words",
    looksAt: ["body"],
    find: ({ body }) => (body.length < long ? null : hold("long", `${body.length} letters`)),
  }),
  check({
    name: "learnt filter",
    about: "words",
    looksAt: ["filter", "rules"],
    find: ({ filter, rules: { filterHolds } }) =>
      !filterHolds || filter.score < filter.holdsFrom
        ? null
        : hold("filter", `score ${filter.score.toFixed(1)}`),
  }),
]

/** A family behind one address does not write eight comments in ten minutes. */
const burst = 8

/** Of what somebody said in a week; Coral's share. */
const refusedShare = 0.3

/** A comment as long as a story is read by a person first. */
const long = 12_000

/**
 * Runs every check. One that fails is noted and the comment waits for a person: it is never lost. What was found
 * `earlier` stays where a check cannot look again, and where it is no matter of the words.
 */
export async function screen(
  facts: Facts,
  { earlier = [], policy = checks }: { earlier?: readonly Finding[]; policy?: readonly Check[] } = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of policy) {
    const before = earlier.find((finding) => finding.check === check.name)
    const found = before && check.about !== "words" ? before : await look(check, facts, before)
    if (found) findings.push(found)
  }
  const gone = earlier.filter(({ check }) => !policy.some(({ name }) => name === check))
  return [...findings, ...gone]
}

/** Findings with those of an earlier judgement that no edit changes, as another edit may have left them meanwhile. */
export function withLasting(earlier: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const ofWords = new Set(checks.filter(({ about }) => about === "words").map(({ name }) => name))
  const lasting = earlier.filter(
    ({ check }) => !ofWords.has(check) && !findings.some((one) => one.check === check),
  )
  return [...lasting, ...findings]
}

async function look(check: Check, facts: Facts, before: Finding | undefined): Promise<Finding | undefined> {
  if (!knowsAll(facts, check.looksAt)) return before
  try {
    const found = await check.find(facts)
    return found ? { check: check.name, ...found } : undefined
  } catch (error) {
    console.error(`The check "${check.name}" failed.`, error)
    return before ?? { check: check.name, ...hold("check-failed", check.name) }
  }
}

/** Of the others nothing is read: a check is held to those that it names. */
function knowsAll(facts: Facts, names: readonly (keyof Submission)[]): facts is Submission {
  return names.every((name) => facts[name] !== unknown)
}

function listed(reason: "word-held" | "word-spam", list: WordList, texts: string[]): Found | null {
  const word = list.find(texts)
  if (word === null) return null
  return reason === "word-spam" ? spam(reason, word) : hold(reason, word)
}

function kindOfText(text: string): string {
  if (text.includes("@")) return "a mail address"
  if (/:\/\/|www\./i.test(text)) return "a web address"
  return /^[\d\s()+-]+$/.test(text) ? "a number" : "a text"
}

function hold(reason: ReasonKey, evidence: string): Found {
  return { verdict: "hold", reason, evidence: evidence.slice(0, 100) }
}

function spam(reason: ReasonKey, evidence: string): Found {
  return { verdict: "spam", reason, evidence: evidence.slice(0, 100) }
}
