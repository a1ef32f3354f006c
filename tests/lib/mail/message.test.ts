import fc from "fast-check"
import { DomUtils, parseDocument } from "htmlparser2"
import { simpleParser } from "mailparser"
import { expect, test } from "vitest"
import { emailAddress } from "@/lib/email"
import { isolate, type MailContent, renderHtml, renderText } from "@/lib/mail/content"
import { composeMessage } from "@/lib/mail/message"
import { runs } from "@/tests/support/runs"

const letter: MailContent = {
  subject: "Confirm your subscription to The Half & Half",
  publication: "The Half & Half",
  heading: "Please confirm",
  opening: ["Hello <there>."],
  button: { label: "Confirm", href: "https://example.org/newsletter/confirm/1-abc?a=1&b=2" },
  closing: ["Or ignore this."],
}

const envelope = {
  id: "confirmation.7.1700000000000@example.org",
  date: new Date("2026-05-01T10:00:00Z"),
  from: { name: "The Half & Half", address: "news@example.org" },
  to: "reader@example.com",
}

test("a message has text first, then HTML, and headers that ask for no answer from a machine", async () => {
  const { raw } = await composeMessage(letter, envelope)
  const mail = await simpleParser(raw)
  const text = raw.toString()
  expect(text.indexOf("text/plain")).toBeLessThan(text.indexOf("text/html"))
  expect(mail.messageId).toBe("<confirmation.7.1700000000000@example.org>")
  expect(mail.date).toEqual(envelope.date)
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated")
  expect(mail.headers.get("x-auto-response-suppress")).toBe("All")
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text).toContain("https://example.org/newsletter/confirm/1-abc?a=1&b=2")
  expect(mail.html).toContain("Hello &lt;there&gt;.")
  expect(mail.html).toMatch(/<html lang="en" dir="ltr">/)
})

test("every line of a message ends in CRLF, as a file of one must", async () => {
  const long = { ...letter, quote: "first\nsecond\n\nthird", closing: ["Łódź ".repeat(100)] }
  for (const text of [letter, long].map((content) => composeMessage(content, envelope))) {
    const raw = (await text).raw.toString("latin1")
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    expect(raw.endsWith("\r\n")).toBe(true)
  }
})

test.each([
  "a..b@example.org",
  ".a@example.org",
  "a.@example.org",
  "a.b..c@example.org",
  "..@example.org",
  ".@example.org",
])("%s is no address: a dot stands between two signs", (typed) =>
  expect(emailAddress.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
    "Write an email address like name@example.org.",
  ]),
)

test("a dot between two signs is one", () => {
  for (const typed of ["a.b@example.org", "a.b.c+d.e@example.org"])
    expect(emailAddress.safeParse(typed).data).toBe(typed)
})

test("the same delivery tried twice is the same message to a mailbox", async () => {
  const [one, two] = [await composeMessage(letter, envelope), await composeMessage(letter, envelope)]
  const header = (raw: Buffer) => /^Message-ID: .*$/m.exec(raw.toString())?.[0]
  expect(header(one.raw)).toBe(header(two.raw))
})

test("no line end in any field makes another header or another recipient", async () => {
  const ends = ["\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\0", "\v", "\f"]
  const before = headerNames((await composeMessage(withNames("Calm"), envelope)).raw)
  for (const end of ends) {
    const nasty = `News${end}Bcc: victim@example.net${end}${end}<b>Body</b>`
    const message = await composeMessage(withNames(nasty), {
      ...envelope,
      from: { name: nasty, address: "news@example.org" },
    })
    const mail = await simpleParser(message.raw)
    expect(headerNames(message.raw)).toEqual(before)
    expect(mail.bcc).toBeUndefined()
    expect([mail.to].flat()).toHaveLength(1)
    expect(message.to).toBe("reader@example.com")
  }
})

test("any text in any place of a letter arrives as that text and never as markup", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (text) => {
      const html = renderHtml({ ...letter, heading: text, opening: [text], publication: text })
      const page = parseDocument(html)
      const heading = DomUtils.getElementsByTagName("h1", page)[0]
      expect(heading && DomUtils.textContent(heading)).toBe(text)
      expect(DomUtils.getElementsByTagName(() => true, page).length).toBe(markupOfCalm)
    }),
  )
})
const markupOfCalm = DomUtils.getElementsByTagName(() => true, parseDocument(renderHtml(letter))).length

test("address lists, quoted locals, names and line ends reach one recipient or nobody", async () => {
  const lists = [
    "a@example.org,b@example.net",
    "a@example.org;b@example.net",
    "a@example.org b@example.net",
    '"victim@example.net x"@example.org',
    '"a@example.net,"@example.org',
    "Name <b@example.net>",
    "<a@example.org>",
    "a@example.org\r\nBcc: b@example.net",
    "a@example.org\nRCPT TO:<b@example.net>",
    "group: a@example.org, b@example.net;",
    "a@example.org\0b@example.net",
    "a@example.org(b@example.net)",
    "a@[127.0.0.1]",
    "a@b@example.net",
    "а@example.org",
    "a@exаmple.org",
    `${"g:".repeat(5000)}a@example.org`,
    "",
  ]
  for (const to of lists) {
    await expect(composeMessage(letter, { ...envelope, to }), JSON.stringify(to)).rejects.toThrow()
  }
  for (const to of ["a+b@example.org", "o'hara@example.org", "A.B@Example.ORG", "x@xn--jgeva-dua.ee"]) {
    expect((await composeMessage(letter, { ...envelope, to })).to).toBe(to)
  }
})

test.for(["ada@example", "ada@localhost"])(
  "%s is asked for again, and still mailed where it was kept",
  async (to) => {
    expect(emailAddress.safeParse(to).success).toBe(false)
    expect((await composeMessage(letter, { ...envelope, to })).to).toBe(to)
  },
)

test.for(["a@0", "a@1.2.3.4", "a@0x7f.1", "a@b.08", "a@017700000001"])(
  "%s names a machine and no mailbox, so it is not accepted",
  (typed) => {
    expect(emailAddress.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
      "Write an email address like name@example.org.",
    ])
  },
)

test("whatever is accepted as an address is one recipient to every parser after it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 80 }), fc.emailAddress()), async (typed) => {
      const address = emailAddress.safeParse(typed)
      if (!address.success) return
      const { raw, to } = await composeMessage(letter, { ...envelope, to: address.data })
      const mail = await simpleParser(raw)
      const value = [mail.to].flat()[0]?.value
      expect(value).toHaveLength(1)
      expect(value?.[0]?.address?.toLowerCase()).toBe(to.toLowerCase())
    }),
    { numRuns: runs(300) },
  )
})

test("the plain text is complete: whoever reads no HTML misses no link", () => {
  const text = renderText({ ...letter, links: [{ label: "Unsubscribe", href: "https://example.org/u" }] })
  for (const part of [
    "Please confirm",
    "Hello <there>.",
    "?a=1&b=2",
    "Or ignore this.",
    "https://example.org/u",
  ]) {
    expect(text).toContain(part)
  }
})

test("a publication whose name runs from right to left does not turn the sentence around", () => {
  expect(isolate("مجلة الحي")).toBe("\u2068مجلة الحي\u2069")
  expect(isolate("The Corner")).toBe("The Corner")
})

function withNames(text: string): MailContent {
  return { ...letter, subject: text, publication: text, headers: { "List-Unsubscribe": text } }
}

function headerNames(raw: Buffer): string[] {
  const head = raw.toString().split("\r\n\r\n")[0] ?? ""
  return head.split("\r\n").flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? [])
}
