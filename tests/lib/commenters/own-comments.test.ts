import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { lock } from "@/db/locks"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { mailDeliveries } from "@/db/schema/newsletter"
import { threads } from "@/db/schema/threads"
import { transaction } from "@/db/transaction"
import { signBrowser } from "@/lib/commenters/browser-cookie"
import { eraseEverything } from "@/lib/commenters/erasure"
import { readEndedOwnToken, readOwnToken } from "@/lib/commenters/links"
import {
  forgetBrowsers,
  requestNewOwnLink,
  requestOwnLink,
  requestVerification,
} from "@/lib/commenters/mutations"
import { findNamed, listOwnComments } from "@/lib/commenters/own-comments"
import { exportOwnComments } from "@/lib/commenters/own-export"
import { findRemembered } from "@/lib/commenters/remembered"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { setNotifyReplies } from "@/lib/comments/self-service/mutations"
import { verifyComment } from "@/lib/comments/self-service/verify"
import { getThread } from "@/lib/comments/thread/queries"
import { reportComment } from "@/lib/comments/writing/reports"
import { protectEmail } from "@/lib/email"
import { blackOutWords } from "@/lib/moderation/decisions/blackout"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { mailboxKey } from "@/lib/visitors/mailbox"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

beforeEach(() => database().execute(sql`with a as (delete from rate_limits) delete from mail_deliveries`))

/** Words that stand nowhere else. */
const words = () => `w${randomUUID().replaceAll("-", "")}`

/**
 * Somebody with a past: one comment proved and on the page with an answer under it, one that somebody else typed their
 * address for, one refused and appealed, one reported; and a neighbour with a comment of their own.
 */
async function aPast() {
  const email = `${words()}@example.org`
  const typed = {
    email,
    name: words(),
    site: `https://${words()}.example`,
    texts: [words(), words(), words()],
    appeal: words(),
  }
  const [ana, ben] = await Promise.all(
    ["Ana", "Ben"].map(async (name) =>
      asStaff(await createStaff(database(), { roles: ["moderator"], name })),
    ),
  )
  if (!ana || !ben) throw new Error("nobody")
  const [one, two] = [await createPost(database()), await createPost(database())]
  const by = { ...protectEmail(email), name: typed.name, website: typed.site, status: "pending" as const }
  const shown = await createComment(database(), {
    postId: one.id,
    ...by,
    body: typed.texts[0] ?? "",
    findings: [{ check: "links", verdict: "hold", reason: "links", evidence: typed.texts[0] ?? "" }],
  })
  const waiting = await createComment(database(), { postId: two.id, ...by, body: typed.texts[1] ?? "" })
  const refused = await createComment(database(), { postId: one.id, ...by, body: typed.texts[2] ?? "" })
  await requestVerification({ commentId: shown.id, network: "192.0.2.1" })
  const proved = await verifyComment(shown.id)
  if (!proved.ok) throw new Error("not proved")
  await approveComment(ana, { id: shown.id, version: 1 })
  await setNotifyReplies(shown.id, true)
  await rejectComment(ana, { id: refused.id, version: 1, reason: "abusive" })
  await submitAppeal(refused.id, typed.appeal)
  await reportComment({
    commentId: shown.id,
    reason: "other",
    note: "A neighbour's words.",
    network: "192.0.2.9",
  })
  const neighbour = await createComment(database(), {
    postId: one.id,
    parent: shown,
    status: "pending",
    name: "Neighbour",
    body: "The neighbour's answer.",
    ...protectEmail("neighbour@example.org"),
  })
  await approveComment(ben, { id: neighbour.id, version: 1 })
  return { email, typed, one, two, shown, waiting, refused, neighbour, commenter: proved.commenter }
}

/** Everything in every table, as text. */
async function dump(): Promise<string> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  let text = ""
  for (const { name } of tables) {
    const rows = await database().execute<{ row: string }>(
      sql`select t::text as row from ${sql.identifier(name)} as t`,
    )
    text += rows.map(({ row }) => `${name} ${row}\n`).join("")
  }
  return text
}

test("a link is mailed once a day to one mailbox, and leads to the row of its address", async () => {
  const { shown, commenter } = await aPast()
  await database().execute(sql`delete from mail_deliveries`)
  for (let n = 0; n < 5; n++) await requestOwnLink({ commentId: shown.id, network: randomUUID() })
  const sent = await database().select().from(mailDeliveries)
  expect(sent).toMatchObject([{ kind: "commenter_link", commenterId: commenter.id }])
  const letter = sent[0] && (await renderDelivery(sent[0]))
  expect(letter?.button?.href).toContain(`/comments/mine/${commenter.id}-1-`)
})

/** A comment by a stranger who typed somebody's address, and the messages that it can have sent. */
async function strangerAsks(email: string, from: number, days: number) {
  const { id: postId } = await createPost(database())
  const { id } = await createComment(database(), { postId, ...protectEmail(email) })
  for (let n = from; n < from + days; n++) {
    for (const ask of [requestOwnLink, requestVerification]) {
      await ask({ commentId: id, network: randomUUID() }, daysLater(n))
      await ask({ commentId: id, network: randomUUID() }, daysLater(n))
    }
    await database().execute(sql`delete from rate_limits`)
  }
}

const daysLater = (days: number) => new Date(Date.parse("2026-05-10T12:00:00Z") + days * 86_400_000)
const linksTo = async (commenterId: number) =>
  (await database().select().from(mailDeliveries).orderBy(mailDeliveries.id)).filter(
    (sent) => sent.kind === "commenter_link" && sent.commenterId === commenterId,
  )

test("strangers can have three links a month sent to one mailbox, and never two on one day", async () => {
  const { email, commenter } = await aPast()
  await database().execute(sql`delete from mail_deliveries`)
  await strangerAsks(email, 0, 30)
  expect((await linksTo(commenter.id)).map(({ dedupeKey }) => dedupeKey.slice(-10))).toEqual([
    "2026-05-10",
    "2026-05-11",
    "2026-05-12",
  ])
})

test("a browser that has proved the address gets a link, however many strangers have asked for", async () => {
  const { email, shown, commenter } = await aPast()
  const provedHash = (await findRemembered(signBrowser(commenter)))?.emailHash
  await database().execute(sql`delete from mail_deliveries`)
  // On the third day a stranger has asked before.
  await strangerAsks(email, 0, 5)
  for (const day of [2, 2, 5, 6]) {
    await requestOwnLink({ commentId: shown.id, network: randomUUID(), provedHash }, daysLater(day))
  }
  expect(await linksTo(commenter.id)).toHaveLength(3 + 3)
})

test("a stranger with the page of a comment that its owner has proved uses up no link of the owner's", async () => {
  const { shown, neighbour, commenter } = await aPast()
  await database().execute(sql`delete from mail_deliveries`)
  // The second browser has proved an address too, and it is another.
  for (const provedHash of [undefined, neighbour.emailHash]) {
    for (let day = 0; day < 6; day++) {
      await requestOwnLink({ commentId: shown.id, network: randomUUID(), provedHash }, daysLater(day))
    }
    await database().execute(sql`delete from rate_limits`)
  }
  expect(await linksTo(commenter.id)).toHaveLength(3)
  const provedHash = shown.emailHash
  await requestOwnLink({ commentId: shown.id, network: randomUUID(), provedHash }, daysLater(0))
  expect(await linksTo(commenter.id)).toHaveLength(3 + 1)
})

test("who asks for a new link while another message is counted keeps nobody from erasing the address", async () => {
  const { email, commenter } = await aPast()
  let asking: Promise<unknown> = Promise.resolve()
  await transaction(async (tx) => {
    await lock(tx, "mailbox", `${mailboxKey(email)}/own`)
    asking = requestNewOwnLink(commenter, randomUUID())
    const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted`
    while ((await tx.execute(waiting)).length === 0);
    await tx.execute(sql`select from commenters where id = ${commenter.id} for update nowait`)
  })
  await asking
})

test("whoever owns the mailbox gets a new link by the one that a stranger had sent there, though it is over", async () => {
  const { email, commenter } = await aPast()
  await database().execute(sql`delete from mail_deliveries`)
  await strangerAsks(email, 0, 3)
  const letters = await Promise.all((await linksTo(commenter.id)).map(renderDelivery))
  const tokens = letters.map((letter) => letter?.button?.href.split("/").at(-1) ?? "")
  // The last day on which the first of these messages still counts.
  const now = Date.now()
  for (const token of tokens) {
    expect(readEndedOwnToken(token, new Date(now))).toBeNull()
    const ended = readEndedOwnToken(token, new Date(now + 30 * 86_400_000))
    expect(readOwnToken(token, new Date(now + 30 * 86_400_000))).toBeNull()
    expect(ended).toMatchObject(commenter)
    for (let n = 0; n < 2; n++) await requestNewOwnLink(ended ?? commenter, randomUUID(), daysLater(2))
    expect(readEndedOwnToken(token, new Date(now + 32 * 86_400_000))).toBeNull()
  }
  expect(await linksTo(commenter.id)).toHaveLength(3 + 1)
  await forgetBrowsers(commenter)
  await requestNewOwnLink(commenter, randomUUID(), daysLater(21))
  expect(await linksTo(commenter.id)).toHaveLength(3 + 1)
})

test("the page lists every comment under the address, proved or not, and nobody else's", async () => {
  const { shown, waiting, refused, commenter } = await aPast()
  const named = await findNamed(commenter)
  const { rows, count } = await listOwnComments(named?.emailHash ?? Buffer.alloc(0))
  expect(count).toBe(3)
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([shown.id, waiting.id, refused.id]))
  expect(rows.find(({ id }) => id === shown.id)).toMatchObject({ status: "approved" })
  expect(rows.find(({ id }) => id === refused.id)).toMatchObject({ reason: "abusive", byStaff: true })
})

test("what can be taken along is everything of theirs and nothing of others", async () => {
  const { email, typed, shown, commenter } = await aPast()
  const everything = await exportOwnComments(commenter)
  const text = JSON.stringify(everything)
  for (const word of [email, typed.name, typed.site, ...typed.texts, typed.appeal])
    expect(text).toContain(word)
  expect(everything?.comments).toHaveLength(3)
  expect(everything?.comments.find(({ id }) => id === shown.id)).toMatchObject({
    status: "approved",
    notifyReplies: true,
    reports: 1,
    events: [{ action: "proved" }, { action: "approved", by: "a moderator" }],
  })
  expect(everything?.messages.map(({ kind }) => kind)).toEqual(["commenter_proof", "comment_reply"])
  for (const others of ["neighbour", "Neighbour", "Ana", "Ben"]) expect(text).not.toContain(others)
  expect(await exportOwnComments({ id: commenter.id, epoch: commenter.epoch + 1 })).toBeNull()
  expect(await exportOwnComments(null)).toBeNull()
})

test("what is taken along tells the verdict and a plain reason, and nothing to write around the rules with", async () => {
  const { waiting, refused, commenter } = await aPast()
  await database()
    .update(comments)
    .set({
      score: 7.25,
      contributions: [{ label: "secretword", weight: 7.25 }],
      findings: [
        { check: "words", verdict: "spam", reason: "word-spam", evidence: "casin*" },
        { check: "filter", verdict: "hold", reason: "filter", evidence: "7.25" },
      ],
    })
    .where(eq(comments.id, waiting.id))
  const everything = await exportOwnComments(commenter)
  for (const rule of ["casin", "secretword", "7.25", "word-spam"])
    expect(JSON.stringify(everything)).not.toContain(rule)
  const of = (id: number) => everything?.comments.find((comment) => comment.id === id)
  expect(of(waiting.id)).toMatchObject({
    status: "pending",
    checks: [
      "A moderator reads this comment before it appears.",
      "It resembles comments that were taken for spam here, so a moderator reads it first.",
    ],
  })
  expect(of(refused.id)?.events[0]).toMatchObject({
    action: "rejected",
    reason: "A moderator found it insulting or abusive towards somebody.",
  })
})

test("what is taken along has the words that a moderator blacked out and what they wrote to the author", async () => {
  const ana = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  const { commenter, shown, waiting } = await aPast()
  const body = "Ask Mira Quill about it."
  await database().update(comments).set({ body }).where(eq(comments.id, waiting.id))
  const masked = { id: waiting.id, version: 1, words: "Mira Quill", reason: "words-private" }
  expect(await blackOutWords(ana, masked)).toMatchObject({ ok: true })
  const line = "Please say it kindly."
  await rejectComment(ana, { id: waiting.id, version: 2, reason: "abusive", line })
  const everything = await exportOwnComments(commenter)
  expect(everything?.comments.find(({ id }) => id === waiting.id)).toMatchObject({
    text: "Ask [blacked out by a moderator] about it.",
    blackouts: [
      { words: "Mira Quill", textBefore: body, reason: "They give away something private about somebody." },
    ],
    events: expect.arrayContaining([expect.objectContaining({ action: "rejected", line })]),
  })
  expect(everything?.comments.find(({ id }) => id === shown.id)?.blackouts).toEqual([])
})

test("erasing leaves no typed word in any table, and what others said is still there", async () => {
  const { email, typed, shown, refused, neighbour, one, commenter } = await aPast()
  const cookie = signBrowser(commenter)
  const [before] = await database().select().from(comments).where(eq(comments.id, shown.id))
  const traces = [
    typed.name,
    new URL(typed.site).host,
    ...typed.texts,
    typed.appeal,
    email,
    before?.emailHash.toString("hex") ?? "",
    before?.emailSealed.toString("hex") ?? "",
    before?.fingerprint.toString("hex") ?? "",
  ]
  const full = await dump()
  for (const trace of traces.filter((one) => one !== email)) expect(full).toContain(trace)

  expect(await eraseEverything(commenter)).toBe(3)
  const left = await dump()
  for (const trace of traces) expect(left).not.toContain(trace)
  expect(left).toContain("The neighbour's answer.")

  const rows = await database()
    .select()
    .from(comments)
    .where(eq(comments.postId, one.id))
    .orderBy(comments.id)
  expect(rows.map(({ status }) => status)).toEqual(["deleted", "deleted", "approved"])
  expect(new Set(rows.map(({ emailHash }) => emailHash.toString("hex"))).size).toBe(3)
  expect((await getThread(one.id)).rows).toMatchObject([
    { id: shown.id, gone: "by-author" },
    { id: neighbour.id, gone: null },
  ])
  // That somebody decided stays, and so does the count.
  const decided = await database().select().from(auditEvents).where(eq(auditEvents.commentId, refused.id))
  expect(decided.map(({ action }) => action)).toEqual(["rejected", "appealed", "deleted"])
  expect(await database().$count(commentAppeals, eq(commentAppeals.commentId, refused.id))).toBe(1)
  expect(await database().select().from(threads).where(eq(threads.postId, one.id))).toContainEqual(
    expect.objectContaining({ rootId: 0, shown: 1 }),
  )
  // Links, browsers and messages are over.
  expect(await findRemembered(cookie)).toBeNull()
  expect(await findNamed(commenter)).toBeNull()
  expect(await database().$count(mailDeliveries, eq(mailDeliveries.commenterId, commenter.id))).toBe(0)
  expect(await database().$count(commenters, eq(commenters.id, commenter.id))).toBe(0)
  expect(await eraseEverything(commenter)).toBeNull()
  expect(await verifyComment(shown.id)).toEqual({ ok: false })
})

test("erasing by an older link does nothing", async () => {
  const { shown, commenter } = await aPast()
  expect(await forgetBrowsers(commenter)).toBe(2)
  expect(await eraseEverything(commenter)).toBeNull()
  expect(await forgetBrowsers(commenter)).toBeNull()
  const [row] = await database().select().from(comments).where(eq(comments.id, shown.id))
  expect(row?.status).toBe("approved")
})

test("somebody with thousands of comments under several stories can be erased as well", async () => {
  const email = `${words()}@example.org`
  const address = protectEmail(email)
  const text = words()
  const stories = []
  for (let n = 0; n < 4; n++) stories.push(await createPost(database()))
  for (const { id } of stories) {
    await database().execute(sql`
      insert into comments (id, post_id, path, status, name, email_sealed, email_hash, body, fingerprint)
      select n, ${id}, array[n], 'approved', 'Much', ${address.emailSealed}, ${address.emailHash}, ${text},
        uuid_send(gen_random_uuid())
      from (select nextval(pg_get_serial_sequence('comments', 'id')) as n from generate_series(1, 600)) as rows`)
  }
  const [first] = await database()
    .select()
    .from(comments)
    .where(eq(comments.emailHash, address.emailHash))
    .limit(1)
  const proved = await verifyComment(first?.id ?? 0)
  if (!proved.ok) throw new Error("not proved")
  expect(await eraseEverything(proved.commenter)).toBe(2400)
  expect(await dump()).not.toContain(text)
  for (const { id } of stories) {
    const [whole] = await database().select().from(threads).where(eq(threads.postId, id))
    expect(whole?.shown).toBe(0)
  }
})
