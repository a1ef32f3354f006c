import type { Finding, Submission } from "@/lib/comments/screening/check"
import { readWordList } from "@/lib/comments/screening/word-list"

/** An ordinary comment, of which no check says anything. */
export const plain: Submission = {
  body: "Well said.",
  name: "Ada",
  website: "",
  email: "ada@example.org",
  honeypot: "",
  ownForm: true,
  ban: null,
  addressBan: null,
  takenName: null,
  networkPast: { burst: 0, spam: 0 },
  addressPast: { refused: 0, approved: 0 },
  sameWordsElsewhere: null,
  sameWordsByAddress: null,
  addressBusy: false,
  filter: { score: 0, holdsFrom: 2 },
  rules: { linksHeld: 2, wordsHeld: readWordList(""), wordsSpam: readWordList(""), filterHolds: true },
}

type Example = {
  check: string
  found: Partial<Submission>
  passed: Partial<Submission>
  verdict: Finding["verdict"]
  reason: string
}

/** For each check of the policy a comment that it is there for, and one just short of it. */
export const examples: readonly Example[] = [
  {
    check: "honeypot",
    found: { honeypot: "x" },
    passed: { honeypot: "" },
    verdict: "spam",
    reason: "honeypot",
  },
  {
    check: "ban",
    found: { ban: { id: 7, kind: "network" } },
    passed: { ban: null },
    verdict: "spam",
    reason: "banned",
  },
  {
    check: "ban of the address",
    found: { addressBan: { id: 7, kind: "address" } },
    passed: { addressBan: null },
    verdict: "spam",
    reason: "banned",
  },
  {
    check: "name of a byline",
    found: { takenName: "Ada Brook" },
    passed: { takenName: null },
    verdict: "hold",
    reason: "byline",
  },
  {
    check: "words taken for spam",
    ...listed("wordsSpam", { body: "A CASINO" }, { body: "A case" }),
    verdict: "spam",
    reason: "word-spam",
  },
  {
    check: "address taken for spam",
    ...listed("wordsSpam", { email: "casino@example.org" }, { email: "case@example.org" }),
    verdict: "spam",
    reason: "word-spam",
  },
  {
    check: "form age",
    found: { ownForm: false },
    passed: { ownForm: true },
    verdict: "hold",
    reason: "form-age",
  },
  {
    check: "burst from one network",
    found: { networkPast: { burst: 8, spam: 0 } },
    passed: { networkPast: { burst: 7, spam: 0 } },
    verdict: "hold",
    reason: "burst",
  },
  {
    check: "spam from this network",
    found: { networkPast: { burst: 0, spam: 2 } },
    passed: { networkPast: { burst: 0, spam: 1 } },
    verdict: "hold",
    reason: "network-spam",
  },
  {
    check: "recent rejections",
    found: { addressPast: { refused: 3, approved: 7 } },
    passed: { addressPast: { refused: 2, approved: 5 } },
    verdict: "hold",
    reason: "recent-rejections",
  },
  {
    check: "same words elsewhere",
    found: { sameWordsElsewhere: 7, body: "I have said on every page that this council sells our gardens." },
    passed: { sameWordsElsewhere: 7, body: "Thank you!" },
    verdict: "hold",
    reason: "repeated",
  },
  {
    check: "same words under this address",
    found: { sameWordsByAddress: 7, body: "Great post! More at pharmacy.example" },
    passed: { sameWordsByAddress: 7, body: "Great post!" },
    verdict: "hold",
    reason: "repeated",
  },
  {
    check: "many under this address",
    found: { addressBusy: true },
    passed: { addressBusy: false },
    verdict: "hold",
    reason: "address-busy",
  },
  {
    check: "links",
    found: { body: "https://example.org/a and http://example.net" },
    passed: { body: "See https://example.org/a" },
    verdict: "hold",
    reason: "links",
  },
  {
    check: "words held",
    ...listed("wordsHeld", { body: "Casinos!" }, { body: "Cases!" }),
    verdict: "hold",
    reason: "word-held",
  },
  {
    check: "address held",
    ...listed("wordsHeld", { email: "casino@example.org" }, { email: "case@example.org" }),
    verdict: "hold",
    reason: "word-held",
  },
  {
    check: "length",
    found: { body: "a".repeat(12_000) },
    passed: { body: "a".repeat(11_999) },
    verdict: "hold",
    reason: "long",
  },
  {
    check: "learnt filter",
    found: { filter: { score: 2, holdsFrom: 2 } },
    passed: { filter: { score: 1.9, holdsFrom: 2 } },
    verdict: "hold",
    reason: "filter",
  },
]

function listed(list: "wordsHeld" | "wordsSpam", found: Partial<Submission>, passed: Partial<Submission>) {
  const rules = { ...plain.rules, [list]: readWordList("casino*") }
  return { found: { ...found, rules }, passed: { ...passed, rules } }
}
