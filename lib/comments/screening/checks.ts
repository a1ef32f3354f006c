import { type Check, type CheckResult, check, hold, spam } from "@/lib/comments/screening/check"
import type { WordList } from "@/lib/comments/screening/word-list"
import { env } from "@/lib/env"
import { fold, wordsOf } from "@/lib/text/fold"
import { countLinks } from "@/lib/text/links"

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
    name: "name of a byline",
    about: "arrival",
    looksAt: ["takenName"],
    find: ({ takenName }) => (takenName === null ? null : hold("byline", takenName)),
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
    looksAt: ["sameWordsElsewhere", "body", "website"],
    find: ({ sameWordsElsewhere: id, body, website }) =>
      id === null || isCourtesy({ body, website }) ? null : hold("repeated", `comment ${id}`),
  }),
  check({
    name: "same words under this address",
    about: "address",
    looksAt: ["sameWordsByAddress", "body", "website"],
    find: ({ sameWordsByAddress: id, body, website }) =>
      id === null || isCourtesy({ body, website }) ? null : hold("repeated", `comment ${id}`),
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
      const count = countLinks(body, env().SITE_URL)
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

/** "Thanks!", "+1" and "100%" can be said on every story; what leads somewhere, can be called or has a price is no courtesy. */
function isCourtesy({ body, website }: { body: string; website: string }): boolean {
  const short = body.length <= 32 && wordsOf(fold(body)).length <= 4
  const digits = body.match(/\d/g)?.length ?? 0
  return short && website === "" && digits < 4 && !/[$€£¥₹]|\b(eur|usd|gbp)\b|\w[.@]\w|:\/\//i.test(body)
}

function listed(reason: "word-held" | "word-spam", list: WordList, texts: string[]): CheckResult | null {
  const word = list.find(texts)
  if (word === null) return null
  return reason === "word-spam" ? spam(reason, word) : hold(reason, word)
}

function kindOfText(text: string): string {
  if (text.includes("@")) return "a mail address"
  if (/:\/\/|www\./i.test(text)) return "a web address"
  return /^[\d\s()+-]+$/.test(text) ? "a number" : "a text"
}
