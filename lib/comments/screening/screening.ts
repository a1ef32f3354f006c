import type { ReasonKey } from "@/lib/comments/reasons"
import type { Past } from "@/lib/comments/screening/past"
import type { WordList } from "@/lib/comments/screening/word-list"
import { countLinks } from "@/lib/comments/writing/links"

/** What the checks may look at: what was said, how it came, and what the site remembers. */
export type Submission = {
  name: string
  website: string
  body: string
  /** As typed; unknown when a kept comment is screened again. */
  email: string
  /** What was typed into the field that people cannot see. */
  honeypot: string
  /** Whether the form was fetched from here before it was sent. */
  ownForm: boolean
  ban: { id: number; kind: string } | null
  past: Past
  /** Another comment by the same person with the same words, elsewhere on this site. */
  sameWordsElsewhere: number | null
  /** One under the same address, from another network: the same person's, or another's who typed it. */
  sameWordsByAddress: number | null
  /** Whether more has come under this address lately than one person says. */
  addressBusy: boolean
  /** What the filter thinks: log odds of spam, and from where on it is sure enough to hold. */
  filter: { score: number; holdsFrom: number } | null
  rules: Rules
}

/** What staff have set. */
export type Rules = {
  linksHeld: number
  wordsHeld: WordList
  wordsSpam: WordList
  filterHolds: boolean
}

export type Finding = { check: string; verdict: "hold" | "spam"; reason: ReasonKey; evidence: string }

/** A check looks at one thing: nothing found is a pass. It may ask the outside, so it may take time. */
export type Check = {
  name: string
  find(submission: Submission): Found | null | Promise<Found | null>
}

type Found = Omit<Finding, "check">

/** Checks of what others may have said under the same address; see `firstVerdict`. */
export const ofAddress = { words: "same words under this address", many: "many under this address" } as const

/**
 * The publication's policy, read from top to bottom: the first finding of the gravest kind is the reason given. What
 * cannot be taken at all (closed, said before, too fast, too long) is refused earlier, with a sentence and the text
 * kept: `policy.ts`, `said-before.ts`, `limits.ts` and `input.ts` of `../writing`. Who may speak without waiting is the ladder of
 * `modes.ts`; these checks only ever make a comment wait, and two of them put it among the spam.
 */
export const checks: readonly Check[] = [
  {
    name: "honeypot",
    find: ({ honeypot }) => (honeypot === "" ? null : spam("honeypot", honeypot)),
  },
  {
    name: "ban",
    find: ({ ban }) => (ban ? spam("banned", `ban ${ban.id}, by ${ban.kind}`) : null),
  },
  {
    name: "words taken for spam",
    find: (submission) => {
      const word = submission.rules.wordsSpam.find(typedTexts(submission))
      return word === null ? null : spam("word-spam", word)
    },
  },
  {
    name: "form age",
    find: ({ ownForm }) => (ownForm ? null : hold("form-age", "the form was not fetched from here lately")),
  },
  {
    name: "burst from one network",
    find: ({ past }) =>
      past.networkBurst < burst ? null : hold("burst", `${past.networkBurst} in ten minutes`),
  },
  {
    name: "spam from this network",
    find: ({ past }) =>
      past.networkSpam < 2 ? null : hold("network-spam", `${past.networkSpam} taken for spam lately`),
  },
  {
    name: "recent rejections",
    find: ({ past: { refused, approved } }) =>
      refused < 2 || refused / (refused + approved) < refusedShare
        ? null
        : hold("recent-rejections", `${refused} of ${refused + approved} refused in seven days`),
  },
  {
    name: "same words elsewhere",
    find: ({ sameWordsElsewhere }) =>
      sameWordsElsewhere === null ? null : hold("repeated", `comment ${sameWordsElsewhere}`),
  },
  {
    name: ofAddress.words,
    find: ({ sameWordsByAddress }) =>
      sameWordsByAddress === null ? null : hold("repeated", `comment ${sameWordsByAddress}`),
  },
  {
    name: ofAddress.many,
    find: ({ addressBusy }) =>
      addressBusy ? hold("address-busy", "several in seconds, or many in an hour") : null,
  },
  {
    name: "links",
    find: ({ body, rules: { linksHeld } }) => {
      const count = countLinks(body)
      return linksHeld === 0 || count < linksHeld ? null : hold("links", `${count} links`)
    },
  },
  {
    name: "words held",
    find: (submission) => {
      const word = submission.rules.wordsHeld.find(typedTexts(submission))
      return word === null ? null : hold("word-held", word)
    },
  },
  {
    name: "length",
    find: ({ body }) => (body.length < long ? null : hold("long", `${body.length} letters`)),
  },
  {
    name: "learnt filter",
    find: ({ filter, rules: { filterHolds } }) =>
      filter === null || !filterHolds || filter.score < filter.holdsFrom
        ? null
        : hold("filter", `score ${filter.score.toFixed(1)}`),
  },
]

/** A family behind one address does not write eight comments in ten minutes. */
const burst = 8

/** Of what somebody said in a week; Coral's share. */
const refusedShare = 0.3

/** A comment as long as a story is read by a person first. */
const long = 12_000

/** Runs every check. One that fails is noted and the comment waits for a person: it is never lost. */
export async function screen(submission: Submission, policy: readonly Check[] = checks): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of policy) {
    const found = await attempt(check, submission)
    if (found) findings.push({ check: check.name, ...found })
  }
  return findings
}

async function attempt(check: Check, submission: Submission): Promise<Found | null> {
  try {
    return await check.find(submission)
  } catch (error) {
    console.error(`The check "${check.name}" failed.`, error)
    return hold("check-failed", check.name)
  }
}

function typedTexts({ name, email, website, body }: Submission): string[] {
  return [name, email, website, body]
}

function hold(reason: ReasonKey, evidence: string): Found {
  return { verdict: "hold", reason, evidence: evidence.slice(0, 100) }
}

function spam(reason: ReasonKey, evidence: string): Found {
  return { verdict: "spam", reason, evidence: evidence.slice(0, 100) }
}
