import { expect, test, vi } from "vitest"
import { reasonForAuthor, reasonForDesk, reasons } from "@/lib/comments/reasons"
import { nothingBefore } from "@/lib/comments/screening/past"
import { checks, type Finding, type Submission, screen } from "@/lib/comments/screening/screening"
import { readWordList } from "@/lib/comments/screening/word-list"
import { linkSegments } from "@/lib/comments/writing/links"

const plain: Submission = {
  body: "Well said.",
  name: "Ada",
  website: "",
  email: "ada@example.org",
  honeypot: "",
  ownForm: true,
  ban: null,
  past: nothingBefore,
  sameWordsElsewhere: null,
  sameWordsByAddress: null,
  addressBusy: false,
  filter: null,
  rules: { linksHeld: 2, wordsHeld: readWordList(""), wordsSpam: readWordList(""), filterHolds: true },
}

test("an ordinary comment gives no check anything to say", async () => {
  expect(await screen(plain)).toEqual([])
})

/** What each check says of the comment that it is there for, and of one just short of it. */
const cases: [string, Partial<Submission>, Partial<Submission>, Finding["verdict"], string][] = [
  ["honeypot", { honeypot: "x" }, { honeypot: "" }, "spam", "honeypot"],
  ["ban", { ban: { id: 7, kind: "address" } }, { ban: null }, "spam", "banned"],
  [
    "words taken for spam",
    withRules({ wordsSpam: readWordList("casino") }, "A Casíno"),
    {},
    "spam",
    "word-spam",
  ],
  ["form age", { ownForm: false }, { ownForm: true }, "hold", "form-age"],
  ["burst from one network", past({ networkBurst: 8 }), past({ networkBurst: 7 }), "hold", "burst"],
  ["spam from this network", past({ networkSpam: 2 }), past({ networkSpam: 1 }), "hold", "network-spam"],
  [
    "recent rejections",
    past({ refused: 3, approved: 7 }),
    past({ refused: 2, approved: 5 }),
    "hold",
    "recent-rejections",
  ],
  ["same words elsewhere", { sameWordsElsewhere: 7 }, { sameWordsElsewhere: null }, "hold", "repeated"],
  [
    "same words under this address",
    { sameWordsByAddress: 7 },
    { sameWordsByAddress: null },
    "hold",
    "repeated",
  ],
  ["many under this address", { addressBusy: true }, { addressBusy: false }, "hold", "address-busy"],
  [
    "links",
    { body: "https://example.org/a and http://example.net" },
    { body: "See https://example.org/a" },
    "hold",
    "links",
  ],
  ["words held", withRules({ wordsHeld: readWordList("idiot*") }, "Idiots!"), {}, "hold", "word-held"],
  ["length", { body: "a".repeat(12_000) }, { body: "a".repeat(11_999) }, "hold", "long"],
  [
    "learnt filter",
    { filter: { score: 2, holdsFrom: 2 } },
    { filter: { score: 1.9, holdsFrom: 2 } },
    "hold",
    "filter",
  ],
]

function past(fields: Partial<Submission["past"]>): Partial<Submission> {
  return { past: { ...nothingBefore, ...fields } }
}

function withRules(rules: Partial<Submission["rules"]>, body: string): Partial<Submission> {
  return { body, rules: { ...plain.rules, ...rules } }
}

test.each(cases)(
  "%s: finds what it is there for and nothing else",
  async (check, found, passed, verdict, reason) => {
    expect(await screen({ ...plain, ...found })).toMatchObject([{ check, verdict, reason }])
    expect(await screen({ ...plain, ...passed })).toEqual([])
  },
)

test("every check of the policy is among these", () => {
  expect(checks.map(({ name }) => name)).toEqual(cases.map(([check]) => check))
})

test("no number of links holds a comment up where staff say so, and the filter only tells where it may not hold", async () => {
  const body = "https://example.org/a https://example.org/b https://example.org/c"
  expect(await screen({ ...plain, ...withRules({ linksHeld: 0 }, body) })).toEqual([])
  const quiet = withRules({ filterHolds: false }, "Well said.")
  expect(await screen({ ...plain, ...quiet, filter: { score: 9, holdsFrom: 1 } })).toEqual([])
})

test("a check that fails never loses a comment: a person looks at it", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {})
  const broken = { name: "broken", find: () => Promise.reject(new Error("no answer")) }
  expect(await screen(plain, [broken, ...checks])).toMatchObject([
    { verdict: "hold", reason: "check-failed" },
  ])
  expect(quiet).toHaveBeenCalledOnce()
  quiet.mockRestore()
})

test("every reason has words for the author and the moderator, an unknown one does not break the page", () => {
  for (const { author, desk } of Object.values(reasons)) expect(author && desk).toBeTruthy()
  expect(reasonForAuthor("toString")).toBeNull()
  expect(reasonForDesk("something-newer")).toBe("something-newer")
})

test("only addresses that say where they lead become links", () => {
  const text =
    "javascript:alert(1) data:text/html,x //evil.example mailto:a@example.org ada@example.org example.org ftp://x.example https://bank.example@evil.example/x HTTPS://Example.org/A_(b)."
  const links = linkSegments(text).filter((segment) => segment.href)
  expect(links.map(({ text, href }) => [text, href])).toEqual([
    ["https://bank.example", "https://bank.example"],
    ["HTTPS://Example.org/A_(b)", "HTTPS://Example.org/A_(b)"],
  ])
  expect(
    linkSegments(text)
      .map((segment) => segment.text)
      .join(""),
  ).toBe(text)
})
