import { expect, test, vi } from "vitest"
import { reasonForAuthor, reasonForDesk, reasons } from "@/lib/comments/reasons"
import { type Check, type Facts, unknown } from "@/lib/comments/screening/check"
import { checks } from "@/lib/comments/screening/checks"
import { screen } from "@/lib/comments/screening/screen"
import { linkSegments } from "@/lib/text/links"
import { examples, plain } from "./examples.ts"

test("an ordinary comment gives no check anything to say", async () => {
  expect(await screen(plain)).toEqual([])
})

test.each(examples)("$check: finds what it is there for and nothing else", async (example) => {
  const { check, found, passed, verdict, reason } = example
  expect(await screen({ ...plain, ...found })).toMatchObject([{ check, verdict, reason }])
  expect(await screen({ ...plain, ...passed })).toEqual([])
})

test("every check of the policy is among these", () => {
  expect(checks.map(({ name }) => name)).toEqual(examples.map(({ check }) => check))
})

const nothingKnown = Object.fromEntries(Object.keys(plain).map((name) => [name, unknown])) as Facts

test.each(checks)("$name: what is not known any more takes away nothing that was found", async (check) => {
  const earlier = { check: check.name, verdict: "spam", reason: "other", evidence: "before" } as const
  expect(await screen(nothingKnown, { earlier: [earlier] })).toEqual([earlier])
  for (const fact of check.looksAt) {
    expect(await screen({ ...plain, [fact]: unknown }, { earlier: [earlier] }), fact).toEqual([earlier])
  }
})

test.each(checks)(
  "$name: is never asked about what is not known, and so finds nothing in it",
  async (check) => {
    const asked = vi.fn(check.find)
    for (const fact of check.looksAt) {
      expect(await screen({ ...plain, [fact]: unknown }, { policy: [{ ...check, find: asked }] })).toEqual([])
    }
    expect(asked).not.toHaveBeenCalled()
  },
)

test.each(checks)("$name: looks at nothing but the facts that it names", async (check) => {
  const read = new Set<PropertyKey>()
  const facts = new Proxy(plain, {
    get(target, name) {
      read.add(name)
      return Reflect.get(target, name)
    },
  })
  await check.find(facts)
  expect([...read].filter((name) => !(check.looksAt as readonly PropertyKey[]).includes(name))).toEqual([])
})

test("a check that fails, or that there is no more, takes away nothing that was found", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {})
  const earlier = { check: "broken", verdict: "spam", reason: "other", evidence: "before" } as const
  expect(await screen(plain, { earlier: [earlier], policy: [broken] })).toEqual([earlier])
  expect(await screen(plain, { earlier: [earlier] })).toEqual([earlier])
  quiet.mockRestore()
})

test.each([
  ["lena@example.org", "a mail address, 16 characters"],
  ["https://lena.example", "a web address, 20 characters"],
  ["+49 30 123456", "a number, 13 characters"],
  ["Lena Weil", "a text, 9 characters"],
])(
  "of %s in the field that people cannot see, only the kind and the length are kept",
  async (typed, kept) => {
    expect(await screen({ ...plain, honeypot: typed })).toMatchObject([{ evidence: kept }])
  },
)

test("no number of links holds a comment up where staff say so, and the filter only tells where it may not hold", async () => {
  const body = "https://example.org/a https://example.org/b https://example.org/c"
  expect(await screen({ ...plain, body, rules: { ...plain.rules, linksHeld: 0 } })).toEqual([])
  const filter = { score: 9, holdsFrom: 1 }
  expect(await screen({ ...plain, filter, rules: { ...plain.rules, filterHolds: false } })).toEqual([])
})

const broken: Check = {
  name: "broken",
  about: "words",
  looksAt: ["body"],
  find: () => Promise.reject(new Error("no answer")),
}

test("a check that fails never loses a comment: a person looks at it", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {})
  expect(await screen(plain, { policy: [broken, ...checks] })).toMatchObject([
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

test("links to the site itself, and an address given twice, hold nobody up", async () => {
  const held = (body: string) => screen({ ...plain, body })
  for (const body of [
    "See http://localhost:3000/posts/a, http://localhost:3000/posts/b and http://localhost:3000/tags/c",
    "https://example.org/a, I mean https://example.org/a#part and once more https://example.org/a",
    "http://localhost:3000/posts/a as in https://example.org/a",
  ])
    expect(await held(body), body).toEqual([])
  for (const body of [
    "詳細はhttps://a.example/とhttps://b.example/",
    "https://a.example/ http://localhost:3001/x",
  ])
    expect(await held(body), body).toMatchObject([{ reason: "links" }])
})

test("only addresses that say where they lead become links", () => {
  const text =
    "javascript:alert(1) data:text/html,x //evil.example mailto:a@example.org ada@example.org example.org ftp://x.example https://bank.example@evil.example/x HTTPS://Example.org/A_(b)."
  const links = linkSegments(text).filter((segment) => segment.href)
  expect(links.map(({ text, href }) => [text, href])).toEqual([
    ["HTTPS://Example.org/A_(b)", "HTTPS://Example.org/A_(b)"],
  ])
  expect(
    linkSegments(text)
      .map((segment) => segment.text)
      .join(""),
  ).toBe(text)
})
