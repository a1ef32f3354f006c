import { expect, test, vi } from "vitest"
import { linkSegments } from "@/lib/comments/links"
import { reasonForAuthor, reasonForDesk, reasons } from "@/lib/comments/reasons"
import { checks, type Submission, screen } from "@/lib/comments/screening"

const plain: Submission = {
  body: "Well said.",
  name: "Ada",
  website: "",
  commentMode: "open",
  honeypot: "",
  sameWordsElsewhere: null,
}

test("on an open story an ordinary comment appears at once", async () => {
  expect(await screen(plain)).toEqual({ status: "approved", reason: null, findings: [] })
})

test("where every comment is held, it waits, and says why", async () => {
  expect(await screen({ ...plain, commentMode: "hold_all" })).toMatchObject({
    status: "pending",
    reason: "hold-all",
  })
})

test("two links wait, one does not", async () => {
  expect(await screen({ ...plain, body: "See https://example.org/a" })).toMatchObject({ status: "approved" })
  expect(await screen({ ...plain, body: "https://example.org/a and http://example.net" })).toMatchObject({
    status: "pending",
    reason: "links",
    findings: [{ evidence: "2 links" }],
  })
})

test("the same words elsewhere wait", async () => {
  expect(await screen({ ...plain, sameWordsElsewhere: 7 })).toMatchObject({
    status: "pending",
    reason: "repeated",
  })
})

test("spam outweighs every reason to wait", async () => {
  const decision = await screen({
    ...plain,
    commentMode: "hold_all",
    honeypot: "x",
    body: "https://a.example https://b.example",
  })
  expect(decision).toMatchObject({ status: "spam", reason: "honeypot" })
  expect(decision.findings).toHaveLength(3)
})

test("a check that fails never loses a comment: a person looks at it", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {})
  const broken = { name: "broken", find: () => Promise.reject(new Error("no answer")) }
  expect(await screen(plain, [broken, ...checks])).toMatchObject({
    status: "pending",
    reason: "check-failed",
  })
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
