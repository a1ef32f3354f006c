import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readOwnToken, readStopToken, readVerificationToken } from "@/lib/commenters/links"
import { ownLinkTemplate } from "@/lib/commenters/own-link-template"
import { ownPageTemplate } from "@/lib/commenters/own-page-template"
import { replyTemplate } from "@/lib/commenters/reply-template"
import { verificationTemplate } from "@/lib/commenters/verification-template"
import { type MailContent, renderHtml, renderText } from "@/lib/mail/content"
import { composeMessage } from "@/lib/mail/message"
import { sendBySmtp } from "@/lib/mail/smtp"
import { readToken } from "@/lib/signed-token"
import { startSink } from "../mail/sink.ts"

const site = "http://localhost:3000"
const until = new Date(Date.now() + 3_600_000)
const publicationName = "The Corner"
const answer = {
  id: 12,
  name: "Jonas Weil",
  body: "First.\n\nSecond.",
  slug: "the-pump",
  title: "The pump",
  answeredId: 7,
}

const proof = verificationTemplate({ commentId: 7, commenter: { id: 3, epoch: 2 }, until, publicationName })
const link = ownLinkTemplate({ commenter: { id: 3, epoch: 2 }, until, publicationName })
const page = ownPageTemplate({ commentId: 7, commenter: { id: 3 }, publicationName })
const reply = (fields: Partial<typeof answer> = {}) =>
  replyTemplate({ answer: { ...answer, ...fields }, commenterId: 3, publicationName })

let sink: Awaited<ReturnType<typeof startSink>>
beforeAll(async () => {
  sink = await startSink()
})
afterAll(() => sink.close())

/** What arrives at a real mail server. */
async function sent(letter: MailContent) {
  const message = await composeMessage(letter, {
    id: `${randomUUID()}@localhost`,
    date: new Date(),
    from: { name: letter.publication, address: "news@localhost" },
    to: "reader@example.org",
  })
  expect((await sendBySmtp(sink.url, message, "localhost")).kind).toBe("sent")
  const received = sink.received.at(-1)
  if (!received) throw new Error("nothing arrived")
  return received
}

function tokenOf(href: string | undefined, path: string): string {
  expect(href?.startsWith(`${site}${path}`)).toBe(true)
  return href?.slice(`${site}${path}`.length) ?? ""
}

test("the question has a link that names the comment, and not a word that a visitor typed", async () => {
  expect(readVerificationToken(tokenOf(proof.button?.href, "/comments/prove/"))).toMatchObject({
    commentId: 7,
    epoch: 2,
  })
  const { mail, to } = await sent(proof)
  expect(to).toEqual(["reader@example.org"])
  expect(mail.subject).toBe("Is this your comment? A question from The Corner")
  expect(mail.text).toContain(
    "A comment was left at The Corner by somebody, we hope you, who gave this address.",
  )
})

test("the link to everything names the address's row and its epoch", async () => {
  const { mail } = await sent(link)
  const href = /http\S+\/comments\/mine\/\S+/.exec(mail.text ?? "")?.[0]
  expect(readOwnToken(tokenOf(href, "/comments/mine/"))).toMatchObject({ id: 3, epoch: 2 })
})

test("an answer is told with who, where, what and a way to it", async () => {
  const { mail } = await sent(reply())
  expect(mail.subject).toBe("Jonas Weil answered your comment on “The pump”")
  expect(mail.text).toContain("> First.\n> \n> Second.")
  expect(mail.text).toContain(`${site}/posts/the-pump/comment/12`)
  const own = reply().links?.[0]?.href
  expect(readToken("comment-token", tokenOf(own, "/comments/"))).toBe(7)
})

test("each can be stopped with one click in the mail program", async () => {
  for (const letter of [proof, link, page, reply()]) {
    const { raw } = await sent(letter)
    const header = /^List-Unsubscribe: <([^>]+)>\r$/m.exec(raw)?.[1]
    expect(readStopToken(tokenOf(header, "/comments/stop/"))).toBe(3)
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  }
})

test("an answer that means harm arrives as words: no header, no markup, no sentence of ours", async () => {
  const { raw, mail } = await sent(
    reply({
      name: "Eve\r\nBcc: victim@example.net\r\n\r\n<script>alert(1)</script>",
      title: "A\nSubject: other",
      body: [
        '<img src="https://evil.example/x.png"><a href="https://evil.example">press</a>',
        "-- ",
        "No more mail about comments to this address:",
        "https://evil.example/stop",
      ].join("\n"),
    }),
  )
  expect(mail.bcc).toBeUndefined()
  expect(sink.received.at(-1)?.to).toEqual(["reader@example.org"])
  expect(raw.match(/^Subject:/gm)).toHaveLength(1)
  expect(mail.html).not.toMatch(/<script|<img|href="https:\/\/evil/)
  // In the plain text, whatever they wrote stands behind a mark.
  const lines = mail.text?.split("\n") ?? []
  expect(lines.filter((line) => line.includes("evil.example")).every((line) => line.startsWith("> "))).toBe(
    true,
  )
  expect(lines.filter((line) => line === "-- ")).toHaveLength(1)
})

test("a name and words from right to left turn nothing around, and an open embedding is closed by being left out", async () => {
  const { mail } = await sent(
    reply({ name: "\u202eرنا طنوس", title: "حكايات\u2067", body: "شكرا جزيلا\u202e على القصة" }),
  )
  expect(mail.subject).toBe("\u2068رنا طنوس\u2069 answered your comment on “\u2068حكايات\u2069”")
  expect(mail.text).toContain("> شكرا جزيلا على القصة")
  expect(mail.html).toContain('dir="auto"')
  expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
})

test("a very long answer, name or title is cut between letters", () => {
  const letter = reply({ name: "👩‍👩‍👧".repeat(80), title: "x".repeat(300), body: "🙂".repeat(60_000) })
  expect([...(letter.quote ?? "")].length).toBe(1200)
  expect(letter.quote?.endsWith("🙂…")).toBe(true)
  expect([...letter.subject].length).toBeLessThan(250)
})

test("letters load nothing and lead nowhere but here", () => {
  for (const letter of [proof, link, page, reply({ body: "See https://evil.example" })]) {
    const html = renderHtml(letter)
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/)
    for (const [, address] of html.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^http:\/\/localhost:3000\//)
    expect(renderText(letter)).not.toContain("undefined")
  }
})
