import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost } from "@/db/factories"
import { mailDeliveries } from "@/db/schema/newsletter"
import { signBrowser } from "@/lib/commenters/browser-cookie"
import { readVerificationToken } from "@/lib/commenters/links"
import { requestVerification, stopMail } from "@/lib/commenters/mutations"
import { findRemembered } from "@/lib/commenters/remembered"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { submitComment } from "@/lib/comments/writing/submission"
import { decryptEmail } from "@/lib/email"
import { composeMessage } from "@/lib/mail/message"
import { sendBySmtp } from "@/lib/mail/smtp"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { readToken } from "@/lib/signed-token"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { startSink } from "../mail/sink.ts"

withFreshDatabase()

let sink: Awaited<ReturnType<typeof startSink>>
beforeAll(async () => {
  sink = await startSink()
})
afterAll(() => sink.close())
beforeEach(async () => {
  await database().execute(sql`with a as (delete from rate_limits) delete from mail_deliveries`)
  sink.received.length = 0
})

const anAddress = () => `${randomUUID()}@example.org`

/** Leaves a comment from a network of its own and has its page mailed, as the form does. */
async function say(email: string, { cookie, now }: { cookie?: string; now?: Date } = {}) {
  const post = await createPost(database(), { commentMode: "hold_all" })
  const from = { network: randomUUID(), provedHash: (await findRemembered(cookie))?.emailHash }
  const words = { comment: `Thought ${randomUUID()}.`, name: "Lena", email, website: "" }
  const form = { story: post.slug, replyTo: null, leftEmpty: "", made: formStamp() }
  await database().execute(sql`delete from rate_limits`)
  const answer = await submitComment({ ...words, ...form, ...from })
  if (!answer.ok) throw new Error(answer.reason)
  await requestVerification({ commentId: answer.value.id, ...from }, now)
  return answer.value.id
}

/** Sends what is queued to a real mail server, and answers what arrived there. */
async function arrived() {
  for (const delivery of await database().select().from(mailDeliveries).orderBy(mailDeliveries.id)) {
    const letter = await renderDelivery(delivery)
    if (!letter) continue
    const message = await composeMessage(letter, {
      id: `${randomUUID()}@localhost`,
      date: new Date(),
      from: { name: letter.publication, address: "news@localhost" },
      to: decryptEmail(delivery.recipientSealed),
    })
    expect((await sendBySmtp(sink.url, message, "localhost")).kind).toBe("sent")
  }
  return sink.received
}

function pathIn(text: string | undefined, pattern: RegExp): string {
  return pattern.exec(text ?? "")?.[1] ?? ""
}

const ownToken = /\/comments\/(\d+-\S+)/
const proofToken = /\/comments\/prove\/(\S+)/

test("the owner of a mistyped address gets a question, and no link by which they could change what a stranger wrote", async () => {
  const email = anAddress()
  const id = await say(email)
  const [message, ...more] = await arrived()
  expect(more).toEqual([])
  expect(message?.to).toEqual([email])
  expect(message?.mail.text).not.toMatch(ownToken)
  expect(readVerificationToken(pathIn(message?.mail.text, proofToken))).toMatchObject({ commentId: id })
})

test("however many strangers type an address, it gets one message a day and three a month", async () => {
  const email = anAddress()
  const days = Array.from({ length: 29 }, (_, day) => new Date(Date.UTC(2026, 4, 1 + day, 12)))
  for (const now of days) for (let n = 0; n < 2; n++) await say(email, { now })
  expect(await arrived()).toHaveLength(3)
})

test("a network that asked for ten messages in an hour has no more mailed, whatever it types", async () => {
  const id = await say(anAddress())
  const network = randomUUID()
  for (let n = 0; n < 10; n++) await requestVerification({ commentId: id, network })
  expect(await requestVerification({ commentId: id, network })).toEqual({ ok: false, reason: "too-fast" })
})

test("who has proved the address from this browser gets the page alone, though strangers used up the rest", async () => {
  const email = anAddress()
  const proved = await verifyComment(await say(email))
  if (!proved.ok) throw new Error("not proved")
  const id = await say(email, { cookie: signBrowser(proved.commenter) })
  const [message, ...more] = await arrived()
  expect(more).toEqual([])
  expect(message?.mail.subject).toBe("Your comment at Masthead")
  expect(readToken("comment-token", pathIn(message?.mail.text, ownToken))).toBe(id)
  expect(message?.mail.text).not.toMatch(proofToken)
})

test("an address that wants no mail, or whose owner did not write the comment, gets none", async () => {
  const email = anAddress()
  const proved = await verifyComment(await say(email))
  if (!proved.ok) throw new Error("not proved")
  await stopMail(proved.commenter.id)
  await say(email, { cookie: signBrowser(proved.commenter) })
  await disownComment(await say(anAddress()))
  expect(await arrived()).toEqual([])
})

test("what is judged spam, or was sent before, has nothing mailed to the address that was typed", async () => {
  const post = await createPost(database(), { commentMode: "hold_all" })
  const said = (fields: { comment: string; leftEmpty: string }) =>
    submitComment({
      name: "Lena",
      email: anAddress(),
      website: "",
      story: post.slug,
      replyTo: null,
      made: formStamp(),
      network: randomUUID(),
      ...fields,
    })
  const trapped = await said({ comment: `Thought ${randomUUID()}.`, leftEmpty: "filled in by a machine" })
  expect(trapped).toMatchObject({ ok: true, value: { mayMail: false } })
  const words = { comment: `Thought ${randomUUID()}.`, leftEmpty: "" }
  const by = { ...words, email: anAddress(), network: randomUUID() }
  expect(await said(by)).toMatchObject({ ok: true, value: { mayMail: true } })
  expect(await said(by)).toMatchObject({ ok: true, value: { mayMail: false } })
})
